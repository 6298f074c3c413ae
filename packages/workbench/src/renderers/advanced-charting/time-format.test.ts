import { expect, it } from 'vitest'
import { createTimeFormat } from './time-format.ts'

const noon = Date.UTC(2026, 6, 1, 12) / 1000

it('writes moments in the zone of the symbol', () => {
  expect(createTimeFormat('America/New_York', true).format(noon)).toBe('1 Jul 2026, 08:00')
  expect(createTimeFormat('UTC', false).format(noon)).toBe('1 Jul 2026')
})

it('writes on the scale what has changed', () => {
  const { formatTick } = createTimeFormat('Etc/UTC', true)
  expect([0, 1, 2, 3, 4].map((kind) => formatTick(noon, kind))).toEqual(['2026', 'Jul', '1', '12:00', '12:00:00'])
})

it('reads an unknown zone as UTC', () => {
  expect(createTimeFormat('Mars/Olympus', true).format(noon)).toBe('1 Jul 2026, 12:00')
})
