import type { TimedBar } from '../../define/trading/bar.ts'
import { createTradingChart, type TradingChartCommon } from '../../define/trading/trading-chart.ts'
import type { TradingSymbol } from '../../define/trading/trading-symbol.ts'
import type { Params } from '../../define/params/param.ts'
import type { Widget } from '../../define/widget.ts'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { Database } from '../database.ts'
import type { SqlFragment } from '../fragment.ts'
import type { Relation } from '../relation.ts'
import { isRelation, toFromClause } from '../relation-source.ts'
import { sql } from '../tag.ts'
import { toBarQuery, type BarColumns, type FoundBar } from './bar-query.ts'

/** Options of a trading chart over a table of bars. */
export type SqlTradingChartOptions<P extends Params> = TradingChartCommon<P> & {
  /** The names of the columns, where they are others than `symbol`, `time`, `open`, `high`, `low`, `close`, `volume`. */
  readonly ohlc?: Partial<BarColumns>
  /** What is true of all symbols: `{ timezone: 'America/New_York', session: '0930-1600' }`. */
  readonly symbolInfo?: Omit<TradingSymbol, 'name'>
  /** What can be charted. Default: every symbol of the table. */
  readonly symbols?: readonly TradingSymbol[]
} & (
    | { /** The bars: a table or view, or a query with its `db`. */ readonly from: Relation; readonly db?: Database }
    | {
        readonly from: SqlFragment
        /** The database that the query runs in. */
        readonly db: Database
      }
  )

const usual: BarColumns = {
  symbol: 'symbol',
  time: 'time',
  open: 'open',
  high: 'high',
  low: 'low',
  close: 'close',
  volume: 'volume',
}

const listAgainAfter = 60_000 // milliseconds

/**
 * Declares a TradingView chart over a table of bars, which may be a view or a query: longer bars are made in the database. Times
 * without a zone are UTC. Throws `ssrm-database-missing` and `trading-resolution-unfit`.
 * @see widget-data §17
 */
export function tradingChart<const P extends Params = {}>(options: SqlTradingChartOptions<P>): Widget<P> {
  const { from, db, ohlc, symbolInfo, symbols, ...common } = options
  const database = db ?? (isRelation(from) ? from.database : undefined)
  if (database === undefined) throw new DeskwrightError('ssrm-database-missing', { name: options.name })
  const source = toFromClause(from)
  const columns = { ...usual, ...ohlc }
  const findZoned = remember(async () => {
    const found = await database.columns(sql`select ${sql.identifier(columns.time)} as t from ${source}`)
    return /with time zone|timestamptz/i.test(found[0]!.type)
  }, Infinity)
  const list = remember(async () => {
    const column = sql.identifier(columns.symbol)
    const names = await database.values(sql`select distinct ${column} from ${source} order by 1`)
    return names.map((name) => ({ ...symbolInfo, name: String(name) }))
  }, listAgainAfter)

  return createTradingChart(common as unknown as TradingChartCommon<P>, {
    symbols: () => symbols?.map((symbol) => ({ ...symbolInfo, ...symbol })) ?? list(),
    createLoader:
      (symbol, calendar, { signal }) =>
      async (range) => {
        const stored = { from: source, columns, symbol, zoned: await findZoned() }
        const found = await database.query<FoundBar>(toBarQuery(stored, calendar, range)).rows(signal)
        const bars = found.flatMap(({ k, o, h, l, c, v }): TimedBar[] =>
          o === null || h === null || l === null || c === null
            ? []
            : [{ time: calendar.toTime(k), open: o, high: h, low: l, close: c, volume: v }],
        )
        return bars.filter(({ time }) => time >= range.from && time < range.to)
      },
  })
}

/** Asks once in a while; a failure is not remembered. */
function remember<T>(find: () => Promise<T>, time: number): () => Promise<T> {
  let known: { readonly found: Promise<T>; readonly since: number } | undefined
  return () => {
    if (known !== undefined && performance.now() - known.since <= time) return known.found
    const found = find()
    known = { found, since: performance.now() }
    found.catch(() => (known = undefined))
    return found
  }
}
