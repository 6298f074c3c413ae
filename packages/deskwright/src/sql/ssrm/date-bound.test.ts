import { describe, expect, it } from 'vitest'
import { parseTime } from './date-bound.ts'

describe('parseTime', () => {
  it.each([
    ['2026-01-31', '2026-01-31 00:00:00'],
    ['2026-01-31 09:30', '2026-01-31 09:30:00'],
    ['2026-01-31T09:30:15', '2026-01-31 09:30:15'],
    ['2026-01-31T09:30:15.2500', '2026-01-31 09:30:15.25'],
    ['2024-02-29 23:59:59Z', '2024-02-29 23:59:59Z'],
    [' 2026-01-31 09:30:00+02:00 ', '2026-01-31 09:30:00+02:00'],
  ])('reads %j', (text, expected) => {
    const { day, time, zone } = parseTime(text)!
    expect(`${day} ${time}${zone}`).toBe(expected)
  })

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-01-31 24:00:00',
    '2026-01-31 9:30',
    '0000-01-01',
    '31.01.2026',
    '',
    null,
    5,
    {},
  ])('does not take %j for a time', (value) => {
    expect(parseTime(value)).toBeUndefined()
  })
})
