import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineBackend } from '../../define-backend.ts'
import type { UdfBars, UdfHistory } from '../../spec/types.ts'
import { tradingChart, type BarRequest } from './trading-chart.ts'

const minute = 60
const open = Date.parse('2026-01-05T14:30:00Z') / 1000 // a Monday, half past nine in New York

/** Prices of two weeks of trading days, by the minute. */
const minutes = Array.from({ length: 14 }, (_, day) => day)
  .filter((day) => day % 7 < 5)
  .flatMap((day) => Array.from({ length: 390 }, (_, index) => open + day * 86_400 + index * minute))
  .map((time, index) => ({ time, open: index, high: index + 2, low: index - 1, close: index + 1, volume: 10 }))

const asked: BarRequest[] = []
const backend = defineBackend({
  name: 'Charts',
  widgets: {
    chart: tradingChart({
      name: 'Prices',
      endpoint: 'udf',
      resolution: '1',
      symbols: [
        {
          name: 'ACME',
          description: 'Acme Corporation',
          exchange: 'NYSE',
          timezone: 'America/New_York',
          session: '0930-1600',
        },
        { name: 'BTCUSD', description: 'Bitcoin', type: 'crypto', exchange: 'Coins' },
        { name: 'BROKEN', timezone: 'Wall Street' },
      ],
      history(request) {
        asked.push(request)
        if (request.symbol === 'BTCUSD') throw new Error('the password is secret')
        return minutes.filter(({ time }) => time >= request.from && time < request.to).reverse()
      },
      marks: ({ from }) => [{ id: 1, time: from, label: 'E', text: 'Earnings' }],
    }),
  },
})

async function ask<T = UdfHistory>(path: string, query: Record<string, string | number> = {}): Promise<T> {
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
  const response = await backend.fetch(new Request(`http://desk.test/udf/${path}?${search}`))
  expect(response.status).toBe(200)
  return (await response.json()) as T
}

const history = (query: Record<string, string | number>) =>
  ask('history', { symbol: 'ACME', resolution: '1', ...query })
const last = minutes.at(-1)!.time

describe('a trading chart', () => {
  it('has nothing to complain about', () => {
    expect(backend.manifest.diagnostics).toEqual([])
  })

  it('tells what it can do and what there is', async () => {
    expect(await ask('config')).toMatchObject({
      supported_resolutions: ['1', '5', '15', '30', '60', '240', 'D', 'W', 'M'],
      supports_search: true,
      supports_marks: true,
      supports_timescale_marks: false,
      exchanges: [{ value: '' }, { value: 'NYSE' }, { value: 'Coins' }],
    })
    expect(await ask('symbols', { symbol: 'NYSE:ACME' })).toMatchObject({
      name: 'ACME',
      has_intraday: true,
      pricescale: 100,
    })
    expect(await ask('search', { query: 'bit' })).toEqual([
      {
        symbol: 'BTCUSD',
        full_name: 'Coins:BTCUSD',
        description: 'Bitcoin',
        exchange: 'Coins',
        ticker: 'BTCUSD',
        type: 'crypto',
      },
    ])
    expect(await ask('marks', { symbol: 'ACME', from: 5, to: 9, resolution: '1' })).toEqual([
      { id: 1, time: 5, label: 'E', text: 'Earnings' },
    ])
    expect(await ask('time')).toBeTypeOf('number')
  })

  it('makes hours of minutes, counted from the opening', async () => {
    const hours = (await history({ resolution: '60', from: open, to: open + 86_400 })) as UdfBars
    expect(hours.t).toEqual([0, 1, 2, 3, 4, 5, 6].map((hour) => open + hour * 3600))
    expect([hours.o[0], hours.h[0], hours.l[0], hours.c[0], hours.v?.[0]]).toEqual([0, 61, -1, 60, 600])
    expect(hours.v?.at(-1)).toBe(300)
  })

  it('makes days and weeks that begin at midnight UTC', async () => {
    const monday = Date.parse('2026-01-05') / 1000
    const days = (await history({ resolution: '1D', from: monday, to: monday + 14 * 86_400 })) as UdfBars
    expect(days.t).toEqual([0, 1, 2, 3, 4, 7, 8, 9, 10, 11].map((day) => monday + day * 86_400))
    const weeks = (await history({ resolution: 'W', from: monday, to: monday + 14 * 86_400 })) as UdfBars
    expect([weeks.t, weeks.v]).toEqual([
      [monday, monday + 7 * 86_400],
      [19_500, 19_500],
    ])
  })

  it('gives so many bars as are asked for, however far back', async () => {
    const bars = (await history({ from: last, to: last + minute, countback: 1000 })) as UdfBars
    expect(bars.t).toEqual(minutes.slice(-1000).map(({ time }) => time))
    const all = (await history({ from: last, to: last + minute, countback: 100_000 })) as UdfBars
    expect(all.t.length).toBe(minutes.length)
  })

  it('says when the last bar before a gap begins, and that there is none before the first', async () => {
    expect(await history({ from: last + 40 * 86_400, to: last + 41 * 86_400 })).toEqual({
      s: 'no_data',
      nextTime: last,
    })
    expect(await history({ from: open - 9999, to: open - 5000 })).toEqual({ s: 'no_data' })
  })

  it('tells failures to the chart, and keeps what they say to itself', async () => {
    const { errmsg } = await ask<{ errmsg: string }>('history', { symbol: 'BTCUSD', resolution: '1', from: 0, to: 9 })
    expect(errmsg).toMatch(/^The data could not be loaded/)
    expect(await history({ symbol: 'NONE', from: 0, to: 9 })).toEqual({
      s: 'error',
      errmsg: 'There is no symbol "NONE".',
    })
    expect(await history({ resolution: '7', from: 0, to: 9 })).toMatchObject({ s: 'error' })
    expect(await ask('symbols', { symbol: 'BROKEN' })).toMatchObject({ s: 'error' })
  })

  it('gives the same bars however a range is cut', async () => {
    const resolutions = fc.constantFrom('1', '5', '30', '60', '240', 'D', 'W', 'M')
    const begin = open - 2 * 86_400
    const end = last + 2 * 86_400
    const cuts = fc.uniqueArray(fc.integer({ min: begin, max: end }), { maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(resolutions, cuts, async (resolution, unsorted) => {
        const places = [begin, ...unsorted.toSorted((one, other) => one - other), end]
        const parts = await Promise.all(
          places.slice(1).map((to, index) => history({ resolution, from: places[index]!, to })),
        )
        const pieces = parts.flatMap((part) =>
          part.s === 'ok'
            ? part.t.map((time, index) => [
                time,
                part.o[index],
                part.h[index],
                part.l[index],
                part.c[index],
                part.v?.[index],
              ])
            : [],
        )
        const whole = (await history({ resolution, from: begin, to: end })) as UdfBars
        expect(pieces).toEqual(
          whole.t?.map((time, index) => [
            time,
            whole.o[index],
            whole.h[index],
            whole.l[index],
            whole.c[index],
            whole.v?.[index],
          ]) ?? [],
        )
      }),
      { numRuns: 40 },
    )
  })

  it('refuses resolutions that cannot be made of its bars', () => {
    const make = (resolution: 'D' | '7', resolutions?: ['60']) => () =>
      tradingChart({ name: 'x', resolution, ...(resolutions && { resolutions }), symbols: [], history: () => [] })
    expect(make('7')).toThrow('"7" is no resolution.')
    expect(make('D', ['60'])).toThrow('Bars of the resolution "60" cannot be made of bars of "D".')
  })
})
