import { describe, expect, it } from 'vitest'
import { readBars } from './read-bars.ts'

const columns = { t: [60, 120], o: [1, 2], h: [3, 4], l: [0, 1], c: [2, 3] }
const bars = [
  { time: 60, open: 1, high: 3, low: 0, close: 2 },
  { time: 120, open: 2, high: 4, low: 1, close: 3 },
]

describe('bars of an answer', () => {
  it('come with volume and without, as numbers and in quotes', () => {
    expect(readBars({ s: 'ok', ...columns })).toEqual({ bars, problems: [] })
    expect(readBars({ s: 'ok', ...columns, o: ['1', '2'], v: [9, null] })).toEqual({
      bars: [{ ...bars[0], volume: 9 }, bars[1]],
      problems: [],
    })
  })

  it('may be none, here or at all', () => {
    expect(readBars({ s: 'no_data', nextTime: 50 })).toEqual({ bars: [], nextTime: 50, problems: [] })
    expect(readBars({ s: 'no_data', nextTime: null })).toEqual({ bars: [], end: true, problems: [] })
  })

  it.each([
    [{ s: 'error', errmsg: 'No such symbol' }, 'No such symbol'],
    [{ s: 'error' }, 'no reason'],
    [{ s: 'fine' }, 'has to be ok'],
    [[], 'an array'],
    [null, 'null'],
    [{ s: 'ok', t: [], o: [] }, 'no array h, l, c'],
  ])('are not in %j', (answer, expected) => {
    expect(readBars(answer)).toMatchObject({
      failure: expect.stringContaining(expected),
      problems: [{ severity: 'error' }],
    })
  })

  it.each([
    ['different lengths', { c: [1] }, 't', 1],
    ['holes', { h: [null, 2] }, 't[0]', 1],
    ['milliseconds', { t: [1_700_000_000_000, 60] }, 't[0]', 1],
    ['descending times', { t: [120, 60] }, 't', 2],
  ])('are kept as far as they are good, with %s', (_, wrong, path, count) => {
    const reading = readBars({ s: 'ok', ...columns, ...wrong })
    expect(reading.problems).toMatchObject([{ path }])
    expect(reading).toMatchObject({ bars: { length: count } })
  })
})
