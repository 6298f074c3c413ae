import { createJsonBody, type JsonBody } from '../../define/json-body.ts'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { SsrmRequest } from '../../spec/types.ts'
import type { Database } from '../database.ts'
import type { GridDialect } from '../dialect.ts'
import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import { toStatement } from '../statement.ts'
import { toGridColumn } from './column.ts'
import { toGridQuery } from './grid-query.ts'
import { writeGridAnswer } from './grid-answer.ts'
import type { GridQuery, GridSource } from './grid-source.ts'
import { createKept } from './kept.ts'
import type { ReadRows } from './pivot-keys.ts'
import { isRelation, toFromClause } from './relation-source.ts'
import { startSharedWork, type SharedWork } from './shared-work.ts'

/** Answers the grids over one database, and keeps what the next page needs. */
export interface GridReader {
  /** Answers a grid's request over some rows. */
  answer(from: SqlFragment, request: SsrmRequest): JsonBody
}

const readers = new WeakMap<Database, GridReader>()

/** Finds the reader of a database. */
export function toGridReader(database: Database): GridReader {
  const reader = readers.get(database) ?? createGridReader(database)
  readers.set(database, reader)
  return reader
}

/** Makes a reader. `now` is its clock, in milliseconds. */
export function createGridReader(database: Database, now: () => number = () => performance.now()): GridReader {
  const { dialect } = database.engine
  const counts = createKept<SharedWork<number>>({ size: 1000, time: 60_000, now })

  return {
    answer: (from, request) =>
      createJsonBody({ outline: { rowData: [] }, json: (signal) => write(from, request, signal) }),
  }

  async function* write(from: SqlFragment, request: SsrmRequest, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    const source = await describe(from, signal)
    const readRows: ReadRows = (fragment) => database.query<never>(fragment).rows(signal)
    const query = await toGridQuery(request, source, readRows)
    const { startRow, endRow } = request
    const asked = Math.max(endRow - startRow, 0)
    const page = database.query(sql`${query.rows} limit ${asked} offset ${startRow}`)
    yield* writeGridAnswer(page.json(signal), async (rows) => ({
      rowCount: await count(query, startRow, asked, rows, signal),
      pivotResultFields: query.pivotResultFields,
    }))
  }

  async function describe(from: SqlFragment, signal?: AbortSignal): Promise<GridSource> {
    const grid = toGridDialect()
    const place = isRelation(from) ? await database.engine.place?.(from.path, signal) : undefined
    const clause = place?.from ?? toFromClause(from)
    const described = await database.columns(sql`select * from ${clause}`, signal)
    const columns = described.map((column) => toGridColumn(column, grid))
    return { dialect: grid, from: clause, columns, ...(place && { key: place.key }) }
  }

  function toGridDialect(): GridDialect {
    if (dialect.grid === undefined) throw new DeskwrightError('ssrm-unsupported', { dialect: dialect.name })
    return dialect.grid
  }

  /** Rows that end within the page tell the count; otherwise the database counts, once. */
  async function count(
    { count: counting }: GridQuery,
    startRow: number,
    asked: number,
    rows: number | undefined,
    signal?: AbortSignal,
  ): Promise<number> {
    if (rows !== undefined && rows < asked && (rows > 0 || startRow === 0)) return startRow + rows
    const key = JSON.stringify(toStatement(counting, dialect), (_name, value: unknown) =>
      typeof value === 'bigint' ? `${value}n` : value,
    )
    const known = counts.get(key)
    if (known && !known.stopped) return known.wait(signal)
    const work = startSharedWork(async (stop) => {
      const [row] = await database.query<{ n: number }>(counting).rows(stop)
      return row?.n ?? 0
    })
    counts.set(key, work, 1)
    try {
      return await work.wait(signal)
    } catch (error) {
      counts.delete(key)
      throw error
    }
  }
}
