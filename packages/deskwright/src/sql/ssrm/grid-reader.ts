import { createJsonBody, type JsonBody } from '../../define/json-body.ts'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { SsrmRequest } from '../../spec/types.ts'
import { onClose } from '../closing.ts'
import type { Database } from '../database.ts'
import type { SqlFragment } from '../fragment.ts'
import { toStatement } from '../statement.ts'
import { sql } from '../tag.ts'
import { writeGridAnswer } from './grid-answer.ts'
import { createGridPages, type PagePieces } from './grid-pages.ts'
import { toGridQuery } from './grid-query.ts'
import type { GridQuery } from './grid-source.ts'
import { createRowCounts } from './row-counts.ts'
import { createRowOrders } from './row-orders.ts'
import type { RowOrder } from './row-order.ts'
import { createSources, toStatementKey, type KnownSource } from './sources.ts'

/** Answers the grids over one database, and keeps what the next page needs. */
export interface GridReader {
  /** Answers a grid's request over some rows. */
  answer(from: SqlFragment, request: SsrmRequest): JsonBody
}

/** What a reader may keep in memory, and what it goes by. */
export interface GridReaderOptions {
  /** Bytes of row orders. */
  readonly orderBytes?: number
  /** Bytes of pages. */
  readonly pageBytes?: number
  /** From this row on a page of sorted rows waits until all are in order; above, the first rows are found sooner. */
  readonly deep?: number
  /** How long the first page waits for the number of rows, in milliseconds. */
  readonly patience?: number
  /** The clock, in milliseconds. */
  readonly now?: () => number
}

/** What is read of a query. */
interface Range {
  readonly start: number
  readonly end: number
}

/** The longest page that is read by row numbers; longer ones cost as much as counting off. */
const longestLookedUp = 10_000
/** The longest page that is read before it is asked for. */
const longestPrepared = 2000

const readers = new WeakMap<Database, GridReader>()

/** Finds the reader of a database. */
export function toGridReader(database: Database): GridReader {
  const reader = readers.get(database) ?? createGridReader(database)
  readers.set(database, reader)
  return reader
}

/** Makes a reader. */
export function createGridReader(database: Database, options: GridReaderOptions = {}): GridReader {
  const { orderBytes = 256 * 1024 * 1024, pageBytes = 64 * 1024 * 1024, deep = 5000, patience = 150 } = options
  const { now = () => performance.now() } = options
  const { engine } = database
  const sources = createSources(database, now)
  const counts = createRowCounts(database, now)
  const orders = createRowOrders(database, orderBytes, now)
  const pages = createGridPages(pageBytes, now)
  onClose(database, () => {
    pages.stop()
    orders.stop()
  })

  return {
    answer: (from, request) =>
      createJsonBody({ outline: { rowData: [] }, json: (signal) => write(from, request, signal) }),
  }

  /** What is remembered of the rows may be out of date: then they are looked at anew, once. */
  async function* write(from: SqlFragment, request: SsrmRequest, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    const known = await sources.find(from, signal)
    let begun = false
    try {
      for await (const piece of writeFrom(known, request, signal)) {
        begun = true
        yield piece
      }
    } catch (error) {
      const isOutdated = error instanceof DeskwrightError && error.code === 'sql-failed' && known.remembered && !begun
      if (!isOutdated) throw error
      sources.forget(from)
      yield* writeFrom(await sources.find(from, signal), request, signal)
    }
  }

  async function* writeFrom(
    { source, version }: KnownSource,
    request: SsrmRequest,
    signal?: AbortSignal,
  ): AsyncGenerator<Uint8Array> {
    const query = await toGridQuery(request, source, (fragment) => database.query<never>(fragment).rows(signal))
    const range = { start: request.startRow, end: Math.max(request.endRow, request.startRow) }
    if (range.start > 0) beginOrder(query, version)
    const rows = pages.read(toKey(query, range, version), (stop) => load(query, range, version, stop), signal)
    yield* writeGridAnswer(rows, async (found) => {
      const rowCount = await count(query, range, version, found, signal)
      prepareNext(query, range, version, found)
      return { rowCount, pivotResultFields: query.pivotResultFields }
    })
  }

  async function* load(query: GridQuery, range: Range, version: string, signal?: AbortSignal): PagePieces {
    const asked = range.end - range.start
    const order = await findOrder(query, range, version, signal)
    if (order && range.start >= order.length) {
      yield new TextEncoder().encode('[]')
      return 0
    }
    const page =
      order && asked > 0
        ? query.lookup!.page(order, range.start, range.end)
        : sql`${query.rows} limit ${asked} offset ${range.start}`
    const rows: unknown = yield* database.query(page).json(signal) as PagePieces
    return typeof rows === 'number' ? rows : undefined
  }

  function beginOrder({ lookup }: GridQuery, version: string): void {
    if (lookup && engine.numbers) orders.begin(lookup, version)
  }

  /**
   * A deep page of sorted rows waits for the order; pages near the top do without until it is there. Rows that are only filtered
   * are in order as soon as they are found, so every page waits for that, unless others are in line before it: then it looks for
   * its rows itself.
   */
  async function findOrder(
    { lookup }: GridQuery,
    { start, end }: Range,
    version: string,
    signal?: AbortSignal,
  ): Promise<RowOrder | undefined> {
    if (!lookup || !engine.numbers || end - start > longestLookedUp) return undefined
    const ready = orders.find(lookup, version)
    const waits = lookup.sorted ? start >= deep : start > 0 && orders.isUnderWay(lookup, version)
    if (ready || !waits) return ready
    const order = orders.begin(lookup, version).wait(signal)
    return order.catch(() => {
      signal?.throwIfAborted()
      return undefined
    })
  }

  /** Rows that end within the page tell the count, and so does an order; otherwise the database counts, once. */
  async function count(
    { count: counting, lookup }: GridQuery,
    { start, end }: Range,
    version: string,
    rows: number | undefined,
    signal?: AbortSignal,
  ): Promise<number | undefined> {
    if (rows !== undefined && rows < end - start && (rows > 0 || start === 0)) return start + rows
    const order = lookup && orders.find(lookup, version)
    return order ? order.length : counts.find(counting, version, patience, signal)
  }

  function prepareNext(query: GridQuery, { start, end }: Range, version: string, rows: number | undefined): void {
    const asked = end - start
    if (!query.single || rows !== asked || asked === 0 || asked > longestPrepared) return
    const next = { start: end, end: end + asked }
    pages.prepare(toKey(query, next, version), (stop) => load(query, next, version, stop))
  }

  function toKey({ rows }: GridQuery, { start, end }: Range, version: string): string {
    return `${start} ${end} ${version} ${toStatementKey(toStatement(rows, engine.dialect))}`
  }
}
