import { expect, test } from 'vitest'
import { date } from './date.ts'
import { clock, decoded } from './decoded.fixture.ts'

const from = date('From', { value: '$currentDate-1b' })

test('a loader gets the day, whatever arrived', () => {
  expect(decoded(from, '2026-02-01')).toBe('2026-02-01')
  expect(decoded(from, '2/1/2026')).toBe('2026-02-01')
  expect(decoded(from, '2026-02-01T10:00:00Z')).toBe('2026-02-01')
  expect(decoded(from, '$currentDate-1y')).toBe('2025-03-31')
})

test('the default is resolved when it is needed, and travels as it is', () => {
  expect(decoded(from)).toBe('2026-03-30')
  expect(from.decode(undefined, { now: () => Date.UTC(2030, 0, 1) })).toEqual({ value: '2029-12-31' })
  expect(from.wire['value']).toBe('$currentDate-1b')
})

test('without a default a day is undefined', () => {
  expect(decoded(date('From'))).toBeUndefined()
  expect(decoded(date('From', { value: null }))).toBeUndefined()
  expect(date('From', { value: null }).wire['value']).toBeNull()
})

test('what is no day is named', () => {
  expect(decoded(from, 'tomorrow')).toBe(
    'problem: expected a date (YYYY-MM-DD, or $currentDate with a modifier such as -1y), got "tomorrow"',
  )
  expect(decoded(from, 20260331)).toMatch(/got 20260331$/)
  expect(from.decode('2026-02-30', clock)).toHaveProperty('problem')
})
