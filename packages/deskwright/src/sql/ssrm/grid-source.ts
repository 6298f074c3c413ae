import type { GridDialect } from '../dialect.ts'
import type { SqlFragment } from '../fragment.ts'
import type { GridColumn } from './column.ts'
import type { RowLookup } from './row-query.ts'

/** The rows that a server-side table shows, before any filter. */
export interface GridSource {
  readonly dialect: GridDialect
  /** What stands after `from`. */
  readonly from: SqlFragment
  readonly columns: readonly GridColumn[]
  /** Whether rows come in the same order each time without being told how. */
  readonly keepsOrder: boolean
  /** What tells rows apart and says how they lie: a number. Absent when nothing does. */
  readonly key?: SqlFragment
  /** Whether rows are found by their key without reading all of them. */
  readonly seekable?: boolean
}

/** What a request asks of a source. */
export interface GridQuery {
  /** All rows in their order. */
  readonly rows: SqlFragment
  /** One row with one number: how many rows there are. */
  readonly count: SqlFragment
  /** Whether these are single rows, not groups. */
  readonly single?: true
  /** How single rows are read by their keys. */
  readonly lookup?: RowLookup
  /** The columns that pivoting made. */
  readonly pivotResultFields?: readonly string[]
}
