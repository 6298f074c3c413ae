import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCalendar, isSession, isTimezone } from './calendar.ts'
import { parseResolution, toSeconds } from './resolution.ts'

const at = (text: string) => Date.parse(text) / 1000
const newYork = { timezone: 'America/New_York', session: '0930-1600' }
const always = { timezone: 'Etc/UTC', session: '24x7' }
const futures = { timezone: 'America/Chicago', session: '1700-1600' }

const calendar = (resolution: string, hours = always, dated = false) =>
  createCalendar(parseResolution(resolution)!, hours, dated)
const beginsAt = (resolution: string, time: string, hours = always, dated = false) => {
  const { toKey, toTime } = calendar(resolution, hours, dated)
  return new Date(toTime(toKey(at(time))) * 1000).toISOString().replace('.000', '')
}

describe('a bar begins', () => {
  it.each([
    ['60', '2026-07-01T14:10:00Z', newYork, '2026-07-01T13:30:00Z'], // counted from half past nine
    ['60', '2026-01-05T15:10:00Z', newYork, '2026-01-05T14:30:00Z'], // in winter an hour later in UTC
    ['240', '2026-07-01T14:10:00Z', always, '2026-07-01T12:00:00Z'],
    ['D', '2026-07-01T19:59:00Z', newYork, '2026-07-01T00:00:00Z'],
    ['D', '2026-07-02T01:00:00Z', newYork, '2026-07-01T00:00:00Z'], // still evening there
    ['D', '2026-07-01T23:00:00Z', futures, '2026-07-02T00:00:00Z'], // the evening session belongs to the next day
    ['W', '2026-07-01T15:00:00Z', newYork, '2026-06-29T00:00:00Z'],
    ['M', '2026-07-01T02:00:00Z', newYork, '2026-06-01T00:00:00Z'],
    ['3M', '2026-05-20T12:00:00Z', always, '2026-04-01T00:00:00Z'],
  ])('%s at %s', (resolution, time, hours, expected) => {
    expect(beginsAt(resolution, time, hours)).toBe(expected)
  })

  it('on its date, whatever the zone, when bars are told by their date', () => {
    expect(beginsAt('D', '2026-07-01', newYork, true)).toBe('2026-07-01T00:00:00Z')
    expect(beginsAt('M', '2026-07-01', newYork, true)).toBe('2026-07-01T00:00:00Z')
  })

  it('twice in the hour that clocks repeat', () => {
    const hours = { timezone: 'Europe/Berlin', session: '24x7' }
    expect(beginsAt('60', '2026-10-25T00:30:00Z', hours)).toBe('2026-10-25T00:00:00Z')
    expect(beginsAt('60', '2026-10-25T01:30:00Z', hours)).toBe('2026-10-25T01:00:00Z')
  })

  it('never after what it holds, and what it begins with belongs to it', () => {
    const resolutions = fc.constantFrom('1', '5', '60', '240', 'D', '3D', 'W', 'M', '12M')
    const hours = fc.constantFrom(newYork, always, futures, { timezone: 'Asia/Kolkata', session: '0915-1530' })
    const times = fc.integer({ min: at('1971-01-01'), max: at('2100-01-01') })
    fc.assert(
      fc.property(resolutions, hours, times, times, (resolution, where, time, other) => {
        const { toKey, toTime, resolution: length } = calendar(resolution, where)
        const begin = toTime(toKey(time))
        expect(Math.abs(time - begin)).toBeLessThanOrEqual(toSeconds(length) + 2 * 86_400)
        if (length.unit === 'minute') expect(toKey(begin)).toBe(toKey(time))
        const [early, late] = time < other ? [time, other] : [other, time]
        if (length.unit !== 'minute') expect(toTime(toKey(early))).toBeLessThanOrEqual(toTime(toKey(late)))
      }),
    )
  })
})

it('knows sessions and zones', () => {
  expect(['24x7', '0930-1600', '1800-1700', '0000-2400'].every(isSession)).toBe(true)
  expect(['', '9:30-16', '2560-1600', 'always'].some(isSession)).toBe(false)
  expect([isTimezone('America/New_York'), isTimezone('Etc/UTC'), isTimezone('Wall Street')]).toEqual([
    true,
    true,
    false,
  ])
})

it('reads resolutions as TradingView writes them', () => {
  expect(['1', '60', 'D', '1D', '3D', 'W', '12M'].map((text) => parseResolution(text))).toEqual([
    { unit: 'minute', count: 1 },
    { unit: 'minute', count: 60 },
    { unit: 'day', count: 1 },
    { unit: 'day', count: 1 },
    { unit: 'day', count: 3 },
    { unit: 'week', count: 1 },
    { unit: 'month', count: 12 },
  ])
  expect(['', '0', '7', '1S', 'x', '-5', 'DD'].map((text) => parseResolution(text))).toEqual(Array(7).fill(undefined))
})
