import { expect, it } from 'vitest'
import { formatDate, isDateText } from './format-date.ts'

it.each([
  ['2026-03-31', '2026-03-31'],
  ['2026-03-31T00:00:00', '2026-03-31'],
  ['2026-03-31T00:00:00.000Z', '2026-03-31'],
  ['2026-03-31 14:05:07', '2026-03-31 14:05:07'],
  ['2026-03-31T14:05:07.250', '2026-03-31 14:05:07.250'],
  ['2026-03-31T14:05:00+02:00', '2026-03-31 14:05 +02:00'],
  [1_774_915_200_000, '2026-03-31'],
  [9e99, '9e+99'],
  ['soon', 'soon'],
])('writes %j as %s', (value, text) => {
  expect(formatDate(value)).toBe(text)
})

it('tells dates from other texts', () => {
  expect(['2026-03-31', '2026-03-31T10:00'].every(isDateText)).toBe(true)
  expect(['2026', '2026-03', '31.03.2026', '2026-03-31 and more'].some(isDateText)).toBe(false)
})
