import type { Reload } from '../define/live-update.ts'
import type { Console, ConsolePlan } from './console/console.ts'
import type { Dialect } from './dialect.ts'
import type { SqlFragment } from './fragment.ts'
import type { Statement } from './statement.ts'

/** A column of a query. */
export interface SqlColumn {
  readonly name: string
  /** The engine's own name of the type: `DECIMAL(10,2)`. */
  readonly type: string
}

/** Where the rows of a table lie, for engines that can say. */
export interface RowPlace {
  /** What to read instead of the table's name: the same rows, with the key beside them. */
  readonly from: SqlFragment
  /** A whole number that tells the rows apart and grows in their order. */
  readonly key: SqlFragment
  /** Whether rows are found by their key without reading all of them. */
  readonly seekable?: boolean
  /** Whether the engine knows the least and the greatest value of a column without reading it. */
  readonly knowsExtremes?: boolean
  /** Gives a text that changes when the rows may have changed. */
  version(signal?: AbortSignal): Promise<string>
}

/** What a database can do for us. One object per kind of database; everything else is written against this. */
export interface Engine {
  readonly dialect: Dialect
  /** Finds out the columns of a query without running it. */
  columns(statement: Statement, signal?: AbortSignal): Promise<readonly SqlColumn[]>
  /**
   * Runs a query and yields the UTF-8 text of one JSON array of row objects. It fails before the first piece when the
   * query is wrong, reads on only when asked for the next piece, and stops the query when the signal aborts or the reader leaves.
   * At its end it returns how many rows there were, if it knows.
   */
  json(statement: Statement, signal?: AbortSignal): AsyncIterable<Uint8Array, number | void>
  /** Runs a query of one DOUBLE column without NULLs and yields its numbers in pieces. */
  numbers?(statement: Statement, signal?: AbortSignal): AsyncIterable<Float64Array>
  /** Finds out where the rows of a table or view lie; `undefined` when nothing tells them apart. */
  place?(path: readonly string[], signal?: AbortSignal): Promise<RowPlace | undefined>
  /**
   * Gives the payloads of the notifications of one channel, until the signal aborts; `reload` when it has begun to listen. Fails when the
   * connection is lost.
   */
  listen?(channel: string, signal: AbortSignal): AsyncIterable<string | Reload>
  /** Makes a console for what users type. Only where it can hold its limits and its list of tables. */
  createConsole?(plan: ConsolePlan): Console
  /** Frees what the engine holds. The next query opens it again. */
  close(): Promise<void>
}
