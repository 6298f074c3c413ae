import type { UdfQuotes } from '../../spec/types.ts'

/** What a symbol is worth now. Prices are in the symbol's currency. */
export interface Quote {
  /** As it was asked for. */
  readonly symbol: string
  readonly price: number
  /** Since the close before, as an amount and in per cent. */
  readonly change?: number
  readonly changePercent?: number
  readonly bid?: number
  readonly ask?: number
  readonly open?: number
  readonly high?: number
  readonly low?: number
  readonly previousClose?: number
  readonly volume?: number
  readonly description?: string
  readonly exchange?: string
}

/** The protocol's names of a quote's values. */
const names = {
  price: 'lp',
  change: 'ch',
  changePercent: 'chp',
  bid: 'bid',
  ask: 'ask',
  open: 'open_price',
  high: 'high_price',
  low: 'low_price',
  previousClose: 'prev_close_price',
  volume: 'volume',
  description: 'description',
  exchange: 'exchange',
} as const satisfies Partial<Record<keyof Quote, string>>

/** Answers `/quotes`: one entry for each symbol, in the order asked; those without a quote say so in their place. */
export function toQuotes(asked: readonly string[], quotes: readonly Quote[]): UdfQuotes {
  const found = new Map(quotes.map((quote) => [quote.symbol, quote]))
  return { s: 'ok', d: asked.map((symbol) => toEntry(symbol, found.get(symbol))) }
}

function toEntry(symbol: string, quote: Quote | undefined): UdfQuotes['d'][number] {
  if (quote === undefined) return { s: 'error', n: symbol, v: {} }
  const values = Object.entries(names).flatMap(([key, name]) => {
    const value = quote[key as keyof typeof names]
    return value === undefined ? [] : [[name, value] as const]
  })
  return { s: 'ok', n: symbol, v: { short_name: symbol, ...Object.fromEntries(values) } }
}
