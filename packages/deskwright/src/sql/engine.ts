import type { Console, ConsolePlan } from './console/console.ts'
import type { Dialect } from './dialect.ts'
import type { Statement } from './statement.ts'

/** A column of a query. */
export interface SqlColumn {
  readonly name: string
  /** The engine's own name of the type: `DECIMAL(10,2)`. */
  readonly type: string
}

/** What a database can do for us. One object per kind of database; everything else is written against this. */
export interface Engine {
  readonly dialect: Dialect
  /** Finds out the columns of a query without running it. */
  columns(statement: Statement, signal?: AbortSignal): Promise<readonly SqlColumn[]>
  /**
   * Runs a query and yields the UTF-8 text of one JSON array of row objects. It fails before the first piece when the
   * query is wrong, reads on only when asked for the next piece, and stops the query when the signal aborts or the reader leaves.
   */
  json(statement: Statement, signal?: AbortSignal): AsyncIterable<Uint8Array>
  /** Makes a console for what users type. Only where it can hold its limits and its list of tables. */
  createConsole?(plan: ConsolePlan): Console
  /** Frees what the engine holds. The next query opens it again. */
  close(): Promise<void>
}
