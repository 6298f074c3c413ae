import type { Awaitable } from '../../internal/awaitable.ts'
import { pick } from '../../internal/pick.ts'
import type {
  UdfConfig,
  UdfError,
  UdfHistory,
  UdfQuotes,
  UdfSearchResult,
  UdfSymbol,
  UdfSymbolGroup,
} from '../../spec/types.ts'
import { jsonAnswer } from '../answers/answer.ts'
import { arrayAnswer, isObject, objectAnswer } from '../answers/object.ts'
import { describe } from '../answers/rows.ts'
import type { Context } from '../context.ts'
import { number } from '../params/number.ts'
import type { Params } from '../params/param.ts'
import { text } from '../params/text.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type SubRoute, type Widget, type WidgetType } from '../widget.ts'

/** Which bars the chart asks for. Times are Unix seconds. */
export interface UdfHistoryRequest {
  readonly symbol: string
  readonly resolution: string
  readonly from: number
  readonly to: number
  /** Give this many bars ending at `to`, even before `from`. */
  readonly countback: number | undefined
}

/** Which flags the chart asks for. Times are Unix seconds. */
export type UdfMarksRequest = Omit<UdfHistoryRequest, 'countback'>

/** What the chart asks of a datafeed, one function for each path of the protocol. */
export interface UdfDatafeed {
  readonly config: (params: {}, context: Context) => Awaitable<UdfConfig>
  readonly symbols: (params: { symbol: string }, context: Context) => Awaitable<UdfSymbol | UdfError>
  readonly history: (params: UdfHistoryRequest, context: Context) => Awaitable<UdfHistory>
  readonly search?: (
    params: { query: string; limit: number; type: string; exchange: string },
    context: Context,
  ) => Awaitable<readonly UdfSearchResult[]>
  /** Flags on the chart. */
  readonly marks?: (params: UdfMarksRequest, context: Context) => Awaitable<readonly object[]>
  /** Flags on the time axis. */
  readonly timescaleMarks?: (params: UdfMarksRequest, context: Context) => Awaitable<readonly object[]>
  /** Everything about the symbols of a group at once, for a configuration with `supports_group_request`. */
  readonly symbolInfo?: (params: { group: string }, context: Context) => Awaitable<UdfSymbolGroup | UdfError>
  /** What symbols are worth now. */
  readonly quotes?: (params: { symbols: string[] }, context: Context) => Awaitable<UdfQuotes | UdfError>
  /** The server's time in Unix seconds. Default: now. */
  readonly time?: (params: {}, context: Context) => Awaitable<number>
}

/** Options of a TradingView chart: a datafeed here, or the `endpoint` of one elsewhere. */
export type AdvancedChartingOptions<P extends Params> = WidgetOptions<P> & {
  /** The symbol that is shown at first. */
  readonly defaultSymbol?: string
  /** How often the newest bar is asked for, in milliseconds. */
  readonly updateFrequency?: number
  /** Colours (`upColor`, `downColor`, `volumeUpColor`, …) and `showVolume`. */
  readonly chartConfig?: Readonly<Record<string, string | boolean>>
} & (
    | { /** What answers the chart: one function for each path of the protocol. */ readonly datafeed: UdfDatafeed }
    | { /** Where another server has the datafeed. */ readonly endpoint: string; readonly datafeed?: never }
  )

const type: WidgetType = {
  type: 'advanced_charting',
  methods: ['GET'],
  gridData: { w: 40, h: 16 },
  answer: objectAnswer('a UDF answer'),
}

/** The paths of the protocol: what each reads and gives. */
const range = {
  symbol: text('Symbol', { value: '' }),
  resolution: text('Resolution', { value: 'D' }),
  from: number('From', { value: 0 }),
  to: number('To', { value: 4_102_444_800 }),
} satisfies Params

const marks = arrayAnswer('an array of marks { id, time, … }', (item) =>
  isObject(item) ? undefined : `it is ${describe(item)}`,
)

const paths: Readonly<Record<keyof UdfDatafeed, Pick<SubRoute, 'params' | 'answer'> & { readonly path?: string }>> = {
  config: { params: {}, answer: objectAnswer('a UDF configuration') },
  symbols: { params: { symbol: text('Symbol', { value: '' }) }, answer: objectAnswer('a UDF symbol') },
  history: {
    params: { ...range, countback: number('Bars') },
    answer: objectAnswer('UDF bars { s, t, o, h, l, c, v }'),
  },
  search: {
    params: {
      query: text('Query', { value: '' }),
      limit: number('Limit', { value: 30 }),
      type: text('Type', { value: '' }),
      exchange: text('Exchange', { value: '' }),
    },
    answer: arrayAnswer('an array of UDF search results', (item) =>
      isObject(item) ? undefined : `it is ${describe(item)}`,
    ),
  },
  marks: { params: range, answer: marks },
  timescaleMarks: { path: 'timescale_marks', params: range, answer: marks },
  symbolInfo: {
    path: 'symbol_info',
    params: { group: text('Group', { value: '' }) },
    answer: objectAnswer('the symbols of a UDF group'),
  },
  quotes: { params: { symbols: text('Symbols', { multiple: true }) }, answer: objectAnswer('UDF quotes') },
  time: {
    params: {},
    answer: jsonAnswer('Unix seconds', (value) => (Number.isInteger(value) ? undefined : `it is ${describe(value)}`)),
  },
}

/**
 * Declares a TradingView chart over a UDF datafeed.
 * @see widget-data §17
 */
export function advancedCharting<const P extends Params = {}>(options: AdvancedChartingOptions<P>): Widget<P> {
  const { datafeed } = options
  return createWidget(type, options, {
    ...(datafeed && { routes: toRoutes(datafeed) }),
    data: pick(options, ['defaultSymbol', 'updateFrequency', 'chartConfig']),
  })
}

/** A datafeed may be an object or an instance of a class. What is missing or no function stays, to be found at start. */
function toRoutes(datafeed: UdfDatafeed): SubRoute[] {
  return Object.entries(paths).flatMap(([name, route]) => {
    const load = datafeed[name as keyof UdfDatafeed] ?? defaults[name]
    if (load === undefined && optional.has(name)) return []
    return [
      { path: name, load: (typeof load === 'function' ? load.bind(datafeed) : load) as SubRoute['load'], ...route },
    ]
  })
}

const optional: ReadonlySet<string> = new Set(['search', 'marks', 'timescaleMarks', 'symbolInfo', 'quotes'])

const defaults: Readonly<Record<string, () => number>> = { time: () => Math.floor(Date.now() / 1000) }
