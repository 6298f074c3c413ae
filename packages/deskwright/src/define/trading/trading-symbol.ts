import type { UdfSearchResult, UdfSymbol } from '../../spec/types.ts'
import type { ResolutionText } from './resolution.ts'

/** A symbol that can be charted. What is left out has the usual value. */
export interface TradingSymbol extends Partial<Omit<UdfSymbol, 'name' | 'supported_resolutions'>> {
  /** What it is asked for by: `AAPL`. */
  readonly name: string
}

/** Completes what the chart is told about a symbol: around the clock, in UTC, with two decimals. */
export function toUdfSymbol(symbol: TradingSymbol, resolutions: readonly ResolutionText[]): UdfSymbol {
  const has = (pattern: RegExp) => resolutions.some((text) => pattern.test(text))
  const exchange = symbol.exchange ?? ''
  return {
    ticker: symbol.name,
    description: symbol.name,
    type: 'stock',
    exchange,
    listed_exchange: exchange,
    timezone: 'Etc/UTC',
    session: '24x7',
    minmov: 1,
    pricescale: 100,
    has_intraday: has(/\d$/),
    has_daily: has(/D$/),
    has_weekly_and_monthly: has(/[WM]$/),
    ...symbol,
    supported_resolutions: [...resolutions],
  }
}

/** What a search shows of a symbol. */
export function toSearchResult({
  name,
  ticker = name,
  description = name,
  exchange = '',
  type = 'stock',
}: TradingSymbol): UdfSearchResult {
  return {
    symbol: name,
    full_name: exchange === '' ? name : `${exchange}:${name}`,
    description,
    exchange,
    ticker,
    type,
  }
}

/** Finds the symbol that a chart names: by its name, its ticker, or with its exchange in front. */
export function findSymbol(symbols: readonly TradingSymbol[], asked: string): TradingSymbol | undefined {
  const wanted = asked.toUpperCase()
  return symbols.find(({ name, ticker = name, exchange = '' }) =>
    [name, ticker, `${exchange}:${name}`].some((text) => text.toUpperCase() === wanted),
  )
}

/** What is searched for. Empty texts leave everything in. */
export interface SymbolSearch {
  readonly query: string
  readonly type: string
  readonly exchange: string
  readonly limit: number
}

/** Finds symbols whose name or description has the text; those whose name begins with it come first. */
export function searchSymbols(
  symbols: readonly TradingSymbol[],
  { query, type, exchange, limit }: SymbolSearch,
): TradingSymbol[] {
  const wanted = query.toUpperCase()
  const fits = (value: string | undefined, only: string) => only === '' || value === only
  const found = symbols.filter(
    (symbol) =>
      fits(symbol.type ?? 'stock', type) &&
      fits(symbol.exchange ?? '', exchange) &&
      `${symbol.name}\n${symbol.description ?? ''}`.toUpperCase().includes(wanted),
  )
  const rank = ({ name }: TradingSymbol) => (name.toUpperCase().startsWith(wanted) ? 0 : 1)
  return found.sort((one, other) => rank(one) - rank(other)).slice(0, limit)
}
