import { setTimeout as wait } from 'node:timers/promises'

export const symbols = ['ALFA', 'BETA', 'GAMMA', 'DELTA', 'OMEGA'] as const

type Share = (typeof symbols)[number]

/** What a market tells about one share. */
export interface Quote {
  readonly symbol: Share
  readonly price: number
  readonly change: number
}

const opening = 100
const prices = new Map<Share, number>(symbols.map((symbol) => [symbol, opening]))

export function toQuote(symbol: Share): Quote {
  const price = prices.get(symbol) ?? opening
  return { symbol, price, change: price / opening - 1 }
}

/** A market of our own: every now and then some share trades, a little higher or lower. Replace it by your feed. */
export async function* trade(signal: AbortSignal): AsyncGenerator<Quote> {
  while (!signal.aborted) {
    await wait(20 + Math.random() * 80, undefined, { signal })
    const symbol = symbols[Math.floor(Math.random() * symbols.length)]!
    prices.set(symbol, toQuote(symbol).price * (1 + (Math.random() - 0.5) / 200))
    yield toQuote(symbol)
  }
}
