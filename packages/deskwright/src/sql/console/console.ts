import type { Relation } from '../relation.ts'
import type { SqlColumn } from '../engine.ts'

/** A table that may be named in a console: by its name, or with its schema in front as `db.table('main', 'trades')`. */
export type ConsoleTableName = string | Relation

/** What one query in a console may take. */
export interface ConsoleLimits {
  /** How many rows are shown. */
  readonly rows: number
  /** How long a query may run. */
  readonly milliseconds: number
  /** How much memory a query may use. */
  readonly megabytes: number
}

/** What a console is opened over. */
export interface ConsolePlan {
  /** The paths of the tables that may be read. In the console, each goes by its last part. */
  readonly tables: readonly (readonly [string, ...string[]])[]
  readonly limits: ConsoleLimits
}

/** A table that may be read in a console. */
export interface ConsoleTable {
  readonly name: string
  /** Empty: the table cannot be read at the moment. */
  readonly columns: readonly SqlColumn[]
}

/** Why a query gave no rows, for whoever wrote it. */
export interface ConsoleProblem {
  /** One sentence of ours. */
  readonly title: string
  /** The details as plain text: the words of the database, the line with a mark below. Anything may stand in it. */
  readonly details?: string
  /** What to do, in one sentence of ours. */
  readonly hint?: string
}

/** How a query ended: with rows, as the JSON text of an array of objects that the engine wrote, or with a problem. */
export type ConsoleResult = { readonly rows: string; readonly cut: boolean } | { readonly problem: ConsoleProblem }

/** Runs what users type, over a few tables. One per console; an engine that can keep its promises makes it. */
export interface Console {
  /** The tables, with their columns as they are now. */
  tables(signal?: AbortSignal): Promise<readonly ConsoleTable[]>
  /** Runs one query within the limits. Rejects only when the console itself fails. */
  run(text: string, signal?: AbortSignal): Promise<ConsoleResult>
  /** Frees what the console holds. The next query opens it again. */
  close(): Promise<void>
}
