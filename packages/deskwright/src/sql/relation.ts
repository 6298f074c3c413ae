import type { Database } from './database.ts'
import type { SqlFragment } from './fragment.ts'

/** A table or view of a database. It can stand in SQL like any fragment; it is looked up when a query uses it. */
export interface Relation extends SqlFragment {
  readonly database: Database
  /** The name as it was given, without quotes; schema and catalogue in front when there are any. */
  readonly path: readonly [string, ...string[]]
}
