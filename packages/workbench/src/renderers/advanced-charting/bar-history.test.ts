import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addNewer,
  addOlder,
  startHistory,
  toNewerRequest,
  toOlderRequest,
  type BarPage,
  type BarRequest,
} from './bar-history.ts'
import { mergeBars, type Bar } from './bar.ts'

const toBar = (time: number, price = time): Bar => ({ time, open: price, high: price, low: price, close: price })
const times = (bars: readonly Bar[]) => bars.map(({ time }) => time)
const now = 1_700_000_000
const step = 60

/** Minutes before now at which there was a bar, with nights between. */
const markets = fc
  .uniqueArray(fc.oneof(fc.nat(3000), fc.nat(300_000)), { maxLength: 60 })
  .map((minutes) => minutes.sort((a, b) => b - a).map((ago) => toBar(now - ago * step)))

/** Backends read the protocol in different ways. */
const manners = fc.record({
  countback: fc.boolean(),
  inclusive: fc.boolean(),
  most: fc.integer({ min: 1, max: 50 }),
  nextTime: fc.boolean(),
  shuffled: fc.boolean(),
})

function answer(
  market: readonly Bar[],
  manner: typeof manners extends fc.Arbitrary<infer M> ? M : never,
  { from, to, countback }: BarRequest,
): BarPage {
  const until = market.filter(({ time }) => (manner.inclusive ? time <= to : time < to))
  const inside = until.filter(({ time }) => time >= from)
  const wanted = manner.countback && inside.length < countback ? until.slice(-countback) : inside
  const page = wanted.slice(-Math.max(manner.most, manner.inclusive ? 2 : 1))
  if (page.length > 0) return { bars: manner.shuffled ? [...page].reverse() : page }
  const earlier = until.at(-1)
  if (earlier === undefined) return { bars: [], end: true }
  return { bars: [], ...(manner.nextTime && { nextTime: earlier.time }) }
}

describe('scrolling back', () => {
  it('ends with every bar once, in order, whatever the backend’s manners', () => {
    fc.assert(
      fc.property(markets, manners, (market, manner) => {
        let history = startHistory(step, now)
        for (let turn = 0; !history.complete; turn++) {
          expect(turn).toBeLessThan(400)
          const request = toOlderRequest(history)
          const before = times(history.bars)
          history = addOlder(history, request, answer(market, manner, request))
          const after = times(history.bars)
          expect(after.slice(after.length - before.length)).toEqual(before)
          expect(after).toEqual(times(market.filter(({ time }) => after.length > 0 && time >= after[0]!)))
        }
        expect(times(history.bars)).toEqual(times(market))
      }),
    )
  })

  it('believes no backend that answers the same page forever', () => {
    let history = startHistory(step, now)
    const page = { bars: [toBar(now - 60), toBar(now)] }
    for (let turn = 0; turn < 50; turn++) history = addOlder(history, toOlderRequest(history), page)
    expect(history).toMatchObject({ bars: page.bars, complete: true })
  })

  it('stops at a next time that is not earlier', () => {
    let history = startHistory(step, now)
    for (let turn = 0; turn < 50; turn++) {
      history = addOlder(history, toOlderRequest(history), { bars: [], nextTime: now + 1e6 })
    }
    expect(history.complete).toBe(true)
  })
})

describe('looking for newer bars', () => {
  it('moves the newest bar, adds what came after it, and touches nothing older', () => {
    const history = { ...startHistory(step, now), bars: [toBar(now - 120), toBar(now - 60, 5)] }
    const { bars } = addNewer(history, [toBar(now, 3), toBar(now - 60, 7), toBar(now - 120, 9)])
    expect(bars).toEqual([toBar(now - 120), toBar(now - 60, 7), toBar(now, 3)])
  })

  it('asks for all bars since the newest, also after a long sleep', () => {
    const history = { ...startHistory(step, now), bars: [toBar(now - 6000)] }
    expect(toNewerRequest(history, now)).toEqual({ from: now - 6000, to: now + 60, countback: 102 })
  })
})

it('merges any lists into ascending bars of different times', () => {
  const lists = fc.array(fc.tuple(fc.nat(50), fc.nat(9)).map(([time, price]) => toBar(time, price)))
  fc.assert(
    fc.property(lists, lists, (known, received) => {
      const merged = mergeBars(known, received)
      expect(times(merged)).toEqual([...new Set(times([...known, ...received]))].sort((a, b) => a - b))
      for (const { time, close } of received) {
        expect(merged).toContainEqual(received.findLast((bar) => bar.time === time))
        expect(close).toBeLessThan(10)
      }
    }),
  )
})
