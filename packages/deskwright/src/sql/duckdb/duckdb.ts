import type { Log } from '../../define/context.ts'
import { createDatabase, type Database } from '../database.ts'
import type { Limits } from '../limits.ts'
import { createDuckdbEngine } from './engine.ts'
import type { Turns } from './turns.ts'
import { toPath, toViews, type ViewSource } from './view-source.ts'

/** Options of `duckdb`. */
export interface DuckdbOptions extends Limits, Turns {
  /** Names for files and queries: `{ prices: 'data/prices.parquet', trades: 'data/trades/*.csv' }`. */
  readonly views?: Readonly<Record<string, ViewSource>>
  /** A DuckDB database file, opened for reading only. Its tables can be named directly. */
  readonly file?: string | URL
  /**
   * A DuckDB database file that the files of `views` are copied to, once and again when they change: reading it is several times
   * faster. It is made when it is not there. Until a copy is complete its files are read. One process at a time can use it.
   */
  readonly import?: string | URL
  /** Told what is copied, and why not. */
  readonly log?: Log
  /** DuckDB's own settings: `{ memory_limit: '2GB', threads: '4' }`. `TimeZone` is UTC unless set here. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * Makes a database on DuckDB inside this process: Parquet, CSV and JSON files as views, and a database file.
 * It opens on first use. Nothing is fetched from the network. Needs the package `@duckdb/node-api`.
 * Throws `sql-view-format`; queries fail with `sql-driver-missing`, `sql-file-unreadable`, `sql-view-unreadable`, `sql-failed`,
 * `sql-queue-full`, `sql-timed-out`, `sql-too-many-rows`.
 */
export function duckdb(options: DuckdbOptions = {}): Database {
  const { views: sources = {}, file, settings = {}, import: copy, log, ...limits } = options
  const views = toViews(sources)
  const importing = copy === undefined ? undefined : { file: toPlainPath(copy), views, log }
  const plan = { views, file: file === undefined ? undefined : toPlainPath(file), settings }
  return createDatabase(createDuckdbEngine(plan, limits, importing), limits)
}

function toPlainPath(path: string | URL): string {
  return path instanceof URL ? toPath(path) : path
}
