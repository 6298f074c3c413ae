import type { Awaitable } from '../../internal/awaitable.ts'
import { pick } from '../../internal/pick.ts'
import type { UdfConfig, UdfHistory, UdfSearchResult, UdfSymbol } from '../../spec/types.ts'
import { jsonAnswer } from '../answers/answer.ts'
import { arrayAnswer, isObject, objectAnswer } from '../answers/object.ts'
import { describe } from '../answers/rows.ts'
import type { Context } from '../context.ts'
import { number } from '../params/number.ts'
import type { AnyParam, Params } from '../params/param.ts'
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

/** What the chart asks of a datafeed, one function for each path of the protocol. */
export interface UdfDatafeed {
  readonly config: (params: {}, context: Context) => Awaitable<UdfConfig>
  readonly symbols: (params: { symbol: string }, context: Context) => Awaitable<UdfSymbol>
  readonly history: (params: UdfHistoryRequest, context: Context) => Awaitable<UdfHistory>
  readonly search?: (
    params: { query: string; limit: number; type: string; exchange: string },
    context: Context,
  ) => Awaitable<readonly UdfSearchResult[]>
  /** The server's time in Unix seconds. Default: now. */
  readonly time?: (params: {}, context: Context) => Awaitable<number>
}

/** Options of a TradingView chart: a datafeed here, or the `endpoint` of one elsewhere. */
export type AdvancedChartingOptions<P extends Params> = WidgetOptions<P> & {
  readonly defaultSymbol?: string
  /** How often the newest bar is asked for, in milliseconds. */
  readonly updateFrequency?: number
  readonly chartConfig?: Readonly<Record<string, string | boolean>>
} & ({ readonly datafeed: UdfDatafeed } | { readonly endpoint: string; readonly datafeed?: never })

const type: WidgetType = {
  type: 'advanced_charting',
  methods: ['GET'],
  gridData: { w: 40, h: 16 },
  answer: objectAnswer('a UDF answer'),
}

const emptyText = (label: string): AnyParam => {
  const base = text(label)
  return {
    ...base,
    decode: (received, clock) => (received === undefined ? { value: '' } : base.decode(received, clock)),
  }
}

/** The paths of the protocol: what each reads and gives. */
const paths: Readonly<Record<keyof UdfDatafeed, Pick<SubRoute, 'params' | 'answer'>>> = {
  config: { params: {}, answer: objectAnswer('a UDF configuration') },
  symbols: { params: { symbol: emptyText('Symbol') }, answer: objectAnswer('a UDF symbol') },
  history: {
    params: {
      symbol: emptyText('Symbol'),
      resolution: text('Resolution', { value: 'D' }),
      from: number('From', { value: 0 }),
      to: number('To', { value: 4_102_444_800 }),
      countback: number('Bars'),
    } satisfies Params,
    answer: objectAnswer('UDF bars { s, t, o, h, l, c, v }'),
  },
  search: {
    params: {
      query: emptyText('Query'),
      limit: number('Limit', { value: 30 }),
      type: emptyText('Type'),
      exchange: emptyText('Exchange'),
    },
    answer: arrayAnswer('an array of UDF search results', (item) =>
      isObject(item) ? undefined : `it is ${describe(item)}`,
    ),
  },
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
  const feed = options.datafeed && { time: () => Math.floor(Date.now() / 1000), ...options.datafeed }
  const routes = Object.entries(feed ?? {}).map(([path, load]) => ({
    path,
    load: load as SubRoute['load'],
    ...paths[path as keyof UdfDatafeed],
  }))
  return createWidget(type, options, {
    routes,
    data: pick(options, ['defaultSymbol', 'updateFrequency', 'chartConfig']),
  })
}
