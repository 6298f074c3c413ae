import fc from 'fast-check'
import { expect, test } from 'vitest'
import { resolveDate } from './resolve-date.ts'

const tuesday = Date.UTC(2026, 2, 31, 15, 30)
const at = (day: string, time = '12:00') => Date.parse(`${day}T${time}Z`)

test.each([
  ['$currentDate', '2026-03-31'],
  ['$currentDate+1h', '2026-03-31'],
  ['$currentDate+9h', '2026-04-01'],
  ['$currentDate-16h', '2026-03-30'],
  ['$currentDate+1d', '2026-04-01'],
  ['$currentDate-31d', '2026-02-28'],
  ['$currentDate-2w', '2026-03-17'],
  ['$currentDate+1b', '2026-04-01'],
  ['$currentDate-1M', '2026-02-28'],
  ['$currentDate-1m', '2026-02-28'],
  ['$currentDate+1M', '2026-04-30'],
  ['$currentDate+11M', '2027-02-28'],
  ['$currentDate-13M', '2025-02-28'],
  ['$currentDate-1q', '2025-12-31'],
  ['$currentDate+1q', '2026-06-30'],
  ['$currentDate-1y', '2025-03-31'],
  ['$currentDate+10y', '2036-03-31'],
  ['$currentDate-0d', '2026-03-31'],
])('%s on 2026-03-31 is %s', (text, day) => {
  expect(resolveDate(text, tuesday)).toBe(day)
})

test('modifiers and units are read in any case and with spaces around', () => {
  for (const text of [
    '$CURRENTDATE-1Y',
    '$currentdate-1y',
    ' $currentDate-1Y ',
    '$currentDate-12M',
    '$currentDate-4Q',
  ]) {
    expect([text, resolveDate(text, tuesday)]).toEqual([text, '2025-03-31'])
  }
})

test.each([
  ['2026-04-03', '$currentDate+1b', '2026-04-06'],
  ['2026-04-03', '$currentDate+5b', '2026-04-10'],
  ['2026-04-04', '$currentDate+1b', '2026-04-06'],
  ['2026-04-05', '$currentDate+1b', '2026-04-06'],
  ['2026-04-04', '$currentDate-1b', '2026-04-03'],
  ['2026-04-05', '$currentDate-1b', '2026-04-03'],
  ['2026-04-06', '$currentDate-1b', '2026-04-03'],
  ['2026-04-06', '$currentDate-6b', '2026-03-27'],
  ['2026-04-04', '$currentDate-0b', '2026-04-04'],
])('from %s, %s skips weekends to %s', (today, text, day) => {
  expect(resolveDate(text, at(today))).toBe(day)
})

test.each([
  ['2028-02-29', '$currentDate-1y', '2027-02-28'],
  ['2028-02-29', '$currentDate+4y', '2032-02-29'],
  ['2027-02-28', '$currentDate+1y', '2028-02-28'],
  ['2028-03-31', '$currentDate-1M', '2028-02-29'],
  ['2028-01-31', '$currentDate+1M', '2028-02-29'],
  ['2100-01-31', '$currentDate+1M', '2100-02-28'],
  ['2027-11-30', '$currentDate+1q', '2028-02-29'],
])('from %s, %s stays in the shorter month: %s', (today, text, day) => {
  expect(resolveDate(text, at(today))).toBe(day)
})

test('the day is the UTC day, at either end of it', () => {
  expect(resolveDate('$currentDate', at('2026-03-31', '00:00'))).toBe('2026-03-31')
  expect(resolveDate('$currentDate', at('2026-03-31', '23:59'))).toBe('2026-03-31')
})

test.each([
  ['2026-03-31', '2026-03-31'],
  ['2028-02-29', '2028-02-29'],
  ['2026-03-31T23:30:00', '2026-03-31'],
  ['2026-03-31T23:30:00.000Z', '2026-03-31'],
  ['2026-03-31T23:30:00-05:00', '2026-03-31'],
  ['2026-03-31 23:30:00', '2026-03-31'],
  ['3/31/2026', '2026-03-31'],
  ['03/01/2026', '2026-03-01'],
  ['12/9/2026', '2026-12-09'],
])('%s is the day %s', (text, day) => {
  expect(resolveDate(text, tuesday)).toBe(day)
})

test.each([
  '',
  'today',
  'yesterday',
  '$currentDate-',
  '$currentDate1d',
  '$currentDate-1x',
  '$currentDate-1.5d',
  '$currentDate-999999d',
  '$currentDate -1d',
  'currentDate',
  '2026-02-29',
  '2026-13-01',
  '2026-00-10',
  '2026-3-31',
  '20260331',
  '31/12/2026',
  '2/30/2026',
  '3/31/26',
  '2026-03-31x',
  '$currentDate-9999y',
  '$currentDate+99999y',
])('%j is no date', (text) => {
  expect(resolveDate(text, tuesday)).toBeUndefined()
})

test('whatever the modifier, the result is a real day or nothing', () => {
  const unit = fc.constantFrom(...'hdbwmMqyHDBWQY'.split(''))
  const modifier = fc.tuple(fc.constantFrom('+', '-'), fc.nat(99_999), unit)
  fc.assert(
    fc.property(modifier, fc.nat(4e12), ([sign, amount, letter], now) => {
      const day = resolveDate(`$currentDate${sign}${amount}${letter}`, now)
      if (day === undefined) return
      expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day)
    }),
  )
})

test('days and weeks back and forth lead home', () => {
  fc.assert(
    fc.property(fc.constantFrom('d', 'w'), fc.nat(5000), fc.nat(4e12), (unit, amount, now) => {
      const there = resolveDate(`$currentDate+${amount}${unit}`, now)
      expect(resolveDate(`$currentDate-${amount}${unit}`, Date.parse(`${there}T00:00:00Z`))).toBe(
        resolveDate('$currentDate', now),
      )
    }),
  )
})

test('business days are never on a weekend, and as many as asked for', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.nat(4e12), (amount, now) => {
      const end = Date.parse(`${resolveDate(`$currentDate+${amount}b`, now)}T00:00:00Z`)
      const start = Date.parse(`${resolveDate('$currentDate', now)}T00:00:00Z`)
      let workdays = 0
      for (let day = start + 86_400_000; day <= end; day += 86_400_000) {
        if (![0, 6].includes(new Date(day).getUTCDay())) workdays += 1
      }
      expect([0, 6]).not.toContain(new Date(end).getUTCDay())
      expect(workdays).toBe(amount)
    }),
  )
})
