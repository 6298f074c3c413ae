import type { UdfSymbolGroup } from '../../spec/types.ts'
import type { ResolutionText } from './resolution.ts'
import { toUdfSymbol, type TradingSymbol } from './trading-symbol.ts'

/** Tells everything about the symbols of a group at once: a column for each of their properties. A group is an exchange. */
export function toSymbolGroup(
  symbols: readonly TradingSymbol[],
  group: string,
  resolutions: readonly ResolutionText[],
): UdfSymbolGroup {
  const found = symbols
    .filter(({ exchange = '' }) => group === '' || exchange === group)
    .map((symbol) => toUdfSymbol(symbol, resolutions))
  return {
    symbol: found.map(({ name }) => name),
    ticker: found.map(({ ticker, name }) => ticker ?? name),
    description: found.map(({ description }) => description),
    type: found.map(({ type }) => type),
    'exchange-listed': found.map(({ listed_exchange, exchange }) => listed_exchange ?? exchange),
    'exchange-traded': found.map(({ exchange }) => exchange),
    timezone: found.map(({ timezone }) => timezone),
    'session-regular': found.map(({ session }) => session),
    minmovement: found.map(({ minmov }) => minmov),
    pricescale: found.map(({ pricescale }) => pricescale),
    'has-intraday': found.map(({ has_intraday = false }) => has_intraday),
    'has-daily': found.map(({ has_daily = false }) => has_daily),
    'has-weekly-and-monthly': found.map(({ has_weekly_and_monthly = false }) => has_weekly_and_monthly),
    'supported-resolutions': found.map(() => [...resolutions]),
  }
}
