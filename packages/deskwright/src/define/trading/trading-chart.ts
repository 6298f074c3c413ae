import type { UdfConfig, UdfError } from '../../spec/types.ts'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { Awaitable } from '../../internal/awaitable.ts'
import type { Context } from '../context.ts'
import type { Params } from '../params/param.ts'
import { advancedCharting, type AdvancedChartingOptions } from '../widgets/advanced-charting.ts'
import type { Widget } from '../widget.ts'
import type { WidgetOptions } from '../widget-options.ts'
import type { Bar } from './bar.ts'
import { createCalendar, isSession, isTimezone, type Calendar } from './calendar.ts'
import { toHistory, type BarRange, type LoadBars } from './history.ts'
import { createBarLoader } from './load-bars.ts'
import { toQuotes, type Quote } from './quote.ts'
import { isMadeOf, parseResolution, toOffered, toSeconds, type ResolutionText } from './resolution.ts'
import { toSymbolGroup } from './symbol-group.ts'
import {
  findSymbol,
  searchSymbols,
  toSearchResult,
  toUdfSymbol,
  type SymbolSearch,
  type TradingSymbol,
} from './trading-symbol.ts'

/** Which bars a history has to give: those that begin in [`from`, `to`), in Unix seconds. */
export interface BarRequest extends BarRange {
  readonly symbol: string
}

/** A flag on the chart: an event of a moment. */
export interface Mark {
  readonly id: string | number
  /** Unix seconds. */
  readonly time: number
  readonly color?: string
  readonly text?: string
  readonly label?: string
  readonly labelFontColor?: string
  readonly minSize?: number
}

/** A flag on the time axis. */
export interface TimescaleMark {
  readonly id: string | number
  /** Unix seconds. */
  readonly time: number
  readonly color?: string
  readonly label?: string
  readonly tooltip?: readonly string[]
}

/** What every trading chart says, wherever its bars come from. */
export type TradingChartCommon<P extends Params> = WidgetOptions<P> &
  Pick<AdvancedChartingOptions<P>, 'defaultSymbol' | 'updateFrequency' | 'chartConfig'> & {
    /** How long the bars of `history` are: `'1'` for a minute, `'D'` for a day (the default). Longer ones are made of them. */
    readonly resolution?: ResolutionText
    /** What the chart offers. Default: the usual ones that can be made of `resolution`. */
    readonly resolutions?: readonly ResolutionText[]
    /** Gives the flags on the chart within a range. */
    readonly marks?: (request: BarRequest, context: Context) => Awaitable<readonly Mark[]>
    /** Gives the flags on the time axis within a range. */
    readonly timescaleMarks?: (request: BarRequest, context: Context) => Awaitable<readonly TimescaleMark[]>
    /** Gives what symbols are worth now. Those it leaves out have no quote. */
    readonly quotes?: (symbols: readonly string[], context: Context) => Awaitable<readonly Quote[]>
    /** Tells clients all symbols of an exchange at once instead of searching for them. OpenBB Workspace searches. */
    readonly groups?: boolean
  }

/** Options of a trading chart. */
export type TradingChartOptions<P extends Params> = TradingChartCommon<P> & {
  /** What can be charted. */
  readonly symbols: readonly TradingSymbol[] | ((context: Context) => Awaitable<readonly TradingSymbol[]>)
  /** Searches, when that is not to be done over all of `symbols`. */
  readonly search?: (search: SymbolSearch, context: Context) => Awaitable<readonly TradingSymbol[]>
  /** Gives the bars of a range. More than were asked for, and in any order, will do. */
  readonly history: (request: BarRequest, context: Context) => Awaitable<readonly Bar[]>
}

/** What a chart is drawn from. */
export interface BarSource {
  readonly symbols: (context: Context) => Awaitable<readonly TradingSymbol[]>
  readonly search?: (search: SymbolSearch, context: Context) => Awaitable<readonly TradingSymbol[]>
  readonly createLoader: (symbol: string, calendar: Calendar, context: Context) => LoadBars
}

/**
 * Declares a TradingView chart of bars. Resolutions, the number of bars, gaps, time zones and sessions are seen to: `history` gives
 * bars of one length for a range of time. What fails is told to the chart, and logged.
 * @see widget-data §17
 */
export function tradingChart<const P extends Params = {}>(options: TradingChartOptions<P>): Widget<P> {
  const { symbols, search, history, ...common } = options
  return createTradingChart(common as unknown as TradingChartCommon<P>, {
    symbols: typeof symbols === 'function' ? symbols : () => symbols,
    ...(search && { search }),
    createLoader: (symbol, calendar, context) =>
      createBarLoader((range) => history({ symbol, ...range }, context), calendar),
  })
}

/** Declares a trading chart over a source of bars. Throws `trading-resolution-unfit`. */
export function createTradingChart<P extends Params>(options: TradingChartCommon<P>, source: BarSource): Widget<P> {
  const { resolution = 'D', resolutions, marks, timescaleMarks, quotes, groups = false, ...widget } = options
  const base = parseResolution(resolution)
  if (base === undefined) throw unfit(resolution, undefined)
  const offered = resolutions ?? toOffered(base)
  for (const text of offered) {
    const parsed = parseResolution(text)
    if (parsed === undefined || !isMadeOf(parsed, base)) throw unfit(text, resolution)
  }

  const find = async (name: string, context: Context) => {
    const found = findSymbol(await source.symbols(context), name)
    if (found !== undefined) {
      const { timezone = 'Etc/UTC', session = '24x7' } = found
      if (!isTimezone(timezone))
        throw new DeskwrightError('trading-symbol-invalid', { name, key: 'timezone', value: timezone })
      if (!isSession(session))
        throw new DeskwrightError('trading-symbol-invalid', { name, key: 'session', value: session })
    }
    return found
  }

  return advancedCharting({
    ...(widget as AdvancedChartingOptions<P>),
    datafeed: {
      config: async (_, context) =>
        toConfig(
          offered,
          { marks: marks !== undefined, timescaleMarks: timescaleMarks !== undefined, groups },
          source.search && !groups ? [] : await source.symbols(context),
        ),
      symbols: ({ symbol }, context) =>
        answer(context, async () => {
          const found = await find(symbol, context)
          return found === undefined ? unknown(symbol) : toUdfSymbol(found, offered)
        }),
      search: async (wanted, context) => {
        const found = source.search
          ? await source.search(wanted, context)
          : searchSymbols(await source.symbols(context), wanted)
        return found.map(toSearchResult)
      },
      history: (asked, context) =>
        answer(context, async () => {
          const found = await find(asked.symbol, context)
          if (found === undefined) return unknown(asked.symbol)
          const wanted = parseResolution(asked.resolution)
          if (wanted === undefined || !isMadeOf(wanted, base)) {
            return {
              s: 'error',
              errmsg: `The resolution ${asked.resolution} is not offered; there are ${offered.join(', ')}.`,
            }
          }
          const { timezone = 'Etc/UTC', session = '24x7' } = found
          const calendar = createCalendar(wanted, { timezone, session }, base.unit !== 'minute')
          const load = source.createLoader(found.name, calendar, context)
          return toHistory(load, { ...asked, length: toSeconds(wanted) })
        }),
      ...(marks && { marks }),
      ...(timescaleMarks && { timescaleMarks }),
      ...(groups && {
        symbolInfo: ({ group }: { group: string }, context: Context) =>
          answer(context, async () => toSymbolGroup(await source.symbols(context), group, offered)),
      }),
      ...(quotes && {
        quotes: ({ symbols }: { symbols: string[] }, context: Context) =>
          answer(context, async () => toQuotes(symbols, await quotes(symbols, context))),
      }),
    },
  })
}

function toConfig(
  resolutions: readonly ResolutionText[],
  has: { readonly marks: boolean; readonly timescaleMarks: boolean; readonly groups: boolean },
  symbols: readonly TradingSymbol[],
): UdfConfig {
  const distinct = (values: readonly (string | undefined)[]) => [...new Set(values)].filter((value) => value)
  const exchanges = distinct(symbols.map(({ exchange }) => exchange)) as string[]
  const types = distinct(symbols.map(({ type = 'stock' }) => type)) as string[]
  return {
    supported_resolutions: [...resolutions],
    supports_search: !has.groups,
    supports_group_request: has.groups,
    supports_marks: has.marks,
    supports_timescale_marks: has.timescaleMarks,
    supports_time: true,
    exchanges: [
      { value: '', name: 'All', desc: '' },
      ...exchanges.map((value) => ({ value, name: value, desc: value })),
    ],
    symbols_types: [{ name: 'All', value: '' }, ...types.map((value) => ({ name: value, value }))],
  }
}

/** The chart understands failures only as answers. */
async function answer<T>(context: Context, work: () => Promise<T>): Promise<T | UdfError> {
  try {
    return await work()
  } catch (error) {
    context.signal.throwIfAborted()
    context.log('a trading chart failed', { error })
    const isTold = error instanceof DeskwrightError && error.status < 500
    return {
      s: 'error',
      errmsg: isTold ? error.message : `The data could not be loaded (request ${context.requestId}).`,
    }
  }
}

function unknown(symbol: string): UdfError {
  return { s: 'error', errmsg: `There is no symbol ${JSON.stringify(symbol)}.` }
}

function unfit(got: string, base: string | undefined): DeskwrightError {
  return new DeskwrightError('trading-resolution-unfit', { got, base })
}
