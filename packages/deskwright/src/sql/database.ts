import { createRowSet, type RowSet } from '../define/row-set.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import { endWorks } from './closing.ts'
import type { Engine, SqlColumn } from './engine.ts'
import { isFragment, type SqlFragment } from './fragment.ts'
import { limitTime, type Limits } from './limits.ts'
import { parseRows } from './parse-rows.ts'
import type { Relation } from './relation.ts'
import { toStatement, type Statement } from './statement.ts'
import { sql } from './tag.ts'

/** A single value that a query found. */
export type FoundValue = string | number | boolean

/** A database, the same for every engine. */
export interface Database {
  readonly engine: Engine
  /**
   * Describes a query whose rows a loader returns. It runs when the rows are sent, or when `rows()` is called.
   * `Row` only names the type of `rows()`; nothing checks it. `limits` win over those of the database.
   * Fails with `sql-failed`, `sql-columns-duplicate`, `sql-timed-out`, `sql-too-many-rows`.
   */
  query<Row = Record<string, unknown>>(fragment: SqlFragment, limits?: Limits): RowSet<Row>
  /** Reads the first column of a query: the options of a dropdown. NULL is left out. */
  values(fragment: SqlFragment, signal?: AbortSignal): Promise<FoundValue[]>
  /** Names a table or view, with its schema in front when it needs one: `db.table('main', 'trades')`. */
  table(...path: readonly [string, ...string[]]): Relation
  /** Finds out the columns of a query without running it. */
  columns(fragment: SqlFragment, signal?: AbortSignal): Promise<readonly SqlColumn[]>
  /** Frees what the database holds. The next query opens it again. */
  close(): Promise<void>
}

/** Makes a database of an engine. `limits` hold for every query. */
export function createDatabase(engine: Engine, limits: Limits = {}): Database {
  const database: Database = {
    engine,
    query<Row>(fragment: SqlFragment, own: Limits = {}): RowSet<Row> {
      const statement = render(fragment)
      const json = (signal?: AbortSignal) => read(statement, { ...limits, ...own }, signal)
      return createRowSet<Row>({ json, rows: (signal) => parseRows<Row>(json(signal)) })
    },
    async values(fragment, signal) {
      const statement = render(fragment)
      const [first] = await engine.columns(statement, signal)
      const rows = await parseRows(read(statement, limits, signal))
      return rows.map((row) => row[first!.name]).filter(isFound)
    },
    table: (...path) => ({ ...sql.identifier(...path), database, path }),
    columns: async (fragment, signal) => engine.columns(render(fragment), signal),
    async close() {
      endWorks(database)
      await engine.close()
    },
  }
  return database

  function read(statement: Statement, { timeout, maxRows }: Limits, signal?: AbortSignal): AsyncIterable<Uint8Array> {
    const limited = maxRows === undefined ? statement : { ...statement, maxRows }
    return limitTime((stop) => engine.json(limited, stop), timeout, signal)
  }

  function render(fragment: unknown): Statement {
    if (!isFragment(fragment)) throw new DeskwrightError('sql-fragment-expected', { got: typeof fragment })
    return toStatement(fragment, engine.dialect)
  }
}

function isFound(value: unknown): value is FoundValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
