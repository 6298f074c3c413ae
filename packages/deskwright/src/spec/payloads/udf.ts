import { z } from 'zod'
import { list, optional } from '../exact.ts'

const config = z.strictObject({
  /** Minutes (`1`, `60`) or `D`, `3D`, `W`, `M`. */
  supported_resolutions: list(z.string()),
  supports_search: z.boolean(),
  supports_group_request: z.boolean(),
  supports_marks: z.boolean(),
  supports_timescale_marks: z.boolean(),
  supports_time: z.boolean(),
  exchanges: optional(list(z.strictObject({ value: z.string(), name: z.string(), desc: z.string() }))),
  /** The value `""` stands for all. */
  symbols_types: optional(list(z.strictObject({ name: z.string(), value: z.string() }))),
})

/** What a chart's data source can do. */
export interface UdfConfig extends z.infer<typeof config> {}

/** Reads `/config`, exactly. */
export const udfConfigSchema: z.ZodType<UdfConfig> = config.refine(
  ({ supports_search, supports_group_request }) => supports_search !== supports_group_request,
  { path: ['supports_search'], message: 'exactly one of supports_search and supports_group_request is true' },
)

const symbol = z.strictObject({
  name: z.string(),
  ticker: optional(z.string()),
  description: z.string(),
  type: z.string(),
  exchange: z.string(),
  listed_exchange: optional(z.string()),
  /** IANA name or `Etc/UTC`. */
  timezone: z.string(),
  /** `24x7` or hours: `0930-1600`. */
  session: z.string(),
  minmov: z.number().positive(),
  /** 10 to the number of decimals. */
  pricescale: z.number().positive(),
  has_intraday: optional(z.boolean()),
  has_daily: optional(z.boolean()),
  has_weekly_and_monthly: optional(z.boolean()),
  has_volume: optional(z.boolean()),
  supported_resolutions: list(z.string()),
  volume_precision: optional(z.int().min(0)),
  currency_code: optional(z.string()),
  original_currency_code: optional(z.string()),
})

/** What a chart knows about a symbol. */
export interface UdfSymbol extends z.infer<typeof symbol> {}

/** Reads `/symbols`, exactly. */
export const udfSymbolSchema: z.ZodType<UdfSymbol> = symbol

const searchResult = z.strictObject({
  symbol: z.string(),
  full_name: z.string(),
  description: z.string(),
  exchange: z.string(),
  ticker: optional(z.string()),
  type: z.string(),
})

/** One symbol that a search found. */
export interface UdfSearchResult extends z.infer<typeof searchResult> {}

/** Reads `/search`, exactly. */
export const udfSearchResultsSchema: z.ZodType<readonly UdfSearchResult[]> = list(
  searchResult as z.ZodType<UdfSearchResult>,
)

const texts = list(z.string())
const flags = list(z.boolean())

const symbolGroup = z.strictObject({
  symbol: texts,
  ticker: texts,
  description: texts,
  type: texts,
  'exchange-listed': texts,
  'exchange-traded': texts,
  timezone: texts,
  'session-regular': texts,
  minmovement: list(z.number()),
  pricescale: list(z.number()),
  'has-intraday': flags,
  'has-daily': flags,
  'has-weekly-and-monthly': flags,
  'supported-resolutions': list(texts),
})

/** Everything about the symbols of a group, as columns of equal length. */
export interface UdfSymbolGroup extends z.infer<typeof symbolGroup> {}

/** Reads `/symbol_info`, exactly. */
export const udfSymbolGroupSchema: z.ZodType<UdfSymbolGroup> = symbolGroup.refine(
  (columns) => Object.values(columns).every(({ length }) => length === columns.symbol.length),
  { message: 'all columns have the same length' },
)

const quotes = z.strictObject({
  s: z.literal('ok'),
  d: list(
    z.strictObject({
      s: z.enum(['ok', 'error']),
      n: z.string(),
      /** `lp` is the last price; `ch` and `chp` its change, as an amount and in per cent. */
      v: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
})

/** What symbols are worth now. */
export interface UdfQuotes extends z.infer<typeof quotes> {}

/** Reads `/quotes`, exactly. */
export const udfQuotesSchema: z.ZodType<UdfQuotes> = quotes

const numbers = list(z.number())

const bars = z.strictObject({
  s: z.literal('ok'),
  /** Unix seconds, ascending. */
  t: numbers,
  o: numbers,
  h: numbers,
  l: numbers,
  c: numbers,
  v: optional(numbers),
})

/** Bars of a symbol. */
export interface UdfBars extends z.infer<typeof bars> {}

const noData = z.strictObject({
  s: z.literal('no_data'),
  /** Unix seconds of the closest earlier bar. */
  nextTime: optional(z.number()),
})

/** No bars in the asked range. */
export interface UdfNoData extends z.infer<typeof noData> {}

const failure = z.strictObject({ s: z.literal('error'), errmsg: z.string() })

/** Why there is no answer. */
export interface UdfError extends z.infer<typeof failure> {}

/** Reads why there is no answer, exactly. */
export const udfErrorSchema: z.ZodType<UdfError> = failure

/** What `/history` answers. */
export type UdfHistory = UdfBars | UdfNoData | UdfError

/** Reads `/history`, exactly: columns of equal length, ascending. */
export const udfHistorySchema: z.ZodType<UdfHistory> = z.union([
  bars
    .refine(({ t, o, h, l, c, v = t }) => [o, h, l, c, v].every(({ length }) => length === t.length), {
      message: 't, o, h, l, c and v have the same length',
    })
    .refine(({ t }) => t.every((time, index) => index === 0 || time > (t[index - 1] ?? 0)), {
      path: ['t'],
      message: 'times are ascending',
    }),
  noData,
  failure,
])

/** Reads `/config`, of any data source: what is missing is off. */
export const receivedUdfConfigSchema: z.ZodType<UdfConfig> = z.object({
  supported_resolutions: list(z.coerce.string()).catch([]),
  supports_search: z.boolean().catch(false),
  supports_group_request: z.boolean().catch(false),
  supports_marks: z.boolean().catch(false),
  supports_timescale_marks: z.boolean().catch(false),
  supports_time: z.boolean().catch(false),
  exchanges: optional(list(z.object({ value: z.string(), name: z.string(), desc: z.string() }))).catch([]),
  symbols_types: optional(list(z.object({ name: z.string(), value: z.string() }))).catch([]),
})

/** Reads `/symbols`, of any data source: what has a usual value may be missing, other keys are left out. */
export const receivedUdfSymbolSchema: z.ZodType<UdfSymbol> = z.preprocess(
  (value) => {
    if (typeof value !== 'object' || value === null || !('session-regular' in value) || 'session' in value) return value
    return { ...value, session: value['session-regular'] }
  },
  symbol
    .extend({
      description: z.string().catch(''),
      type: z.string().catch('stock'),
      exchange: z.string().catch(''),
      timezone: z.string().catch('Etc/UTC'),
      session: z.string().catch('24x7'),
      minmov: z.number().positive().catch(1),
      pricescale: z.number().positive().catch(100),
      supported_resolutions: list(z.coerce.string()).catch([]),
    })
    .strip(),
)

const loose = z.preprocess(
  (value) =>
    Array.isArray(value) ? value.map((entry: unknown) => (entry === null ? Number.NaN : Number(entry))) : value,
  list(z.union([z.number(), z.nan()])),
)

/** Reads `/history`, of any data source: numbers may be in quotes, gaps are NaN, other keys are left out. */
export const receivedUdfHistorySchema: z.ZodType<UdfHistory> = z.discriminatedUnion('s', [
  z.object({ s: z.literal('ok'), t: loose, o: loose, h: loose, l: loose, c: loose, v: optional(loose) }),
  noData.strip(),
  failure.strip(),
])
