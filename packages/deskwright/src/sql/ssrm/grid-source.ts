import type { GridDialect } from '../dialect.ts'
import type { SqlFragment } from '../fragment.ts'
import type { GridColumn } from './column.ts'

/** The rows that a server-side table shows, before any filter. */
export interface GridSource {
  readonly dialect: GridDialect
  /** What stands after `from`. */
  readonly from: SqlFragment
  readonly columns: readonly GridColumn[]
  /** What tells rows apart and says how they lie: a number. Absent when nothing does. */
  readonly key?: SqlFragment
}

/** What a request asks of a source. */
export interface GridQuery {
  /** All rows in their order. */
  readonly rows: SqlFragment
  /** One row with one number: how many rows there are. */
  readonly count: SqlFragment
  /** The columns that pivoting made. */
  readonly pivotResultFields?: readonly string[]
}
