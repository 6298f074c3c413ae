import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatValue } from './format-value.ts'

const column = { field: 'f', cellDataType: 'number' } as const

it.each([
  [{}, 45_000_000_000, '45,000,000,000'],
  [{}, 0.000_012_34, '0.00001234'],
  [{}, '12.5', '12.5'],
  [{}, 'n/a', 'n/a'],
  [{}, null, ''],
  [{ formatterFn: 'none' }, 1234567.891, '1234567.891'],
  [{ formatterFn: 'none', decimalPlaces: 1 }, 1234.56, '1234.6'],
  [{ formatterFn: 'int' }, 1234.56, '1,235'],
  [{ formatterFn: 'int', decimalPlaces: 1 }, 1234.56, '1,234.6'],
  [{ formatterFn: 'percent' }, 0.015, '0.015%'],
  [{ formatterFn: 'normalized' }, 0.07, '7'],
  [{ formatterFn: 'normalizedPercent' }, 0.5, '50%'],
  [{ formatterFn: 'normalizedPercent', decimalPlaces: 1 }, 0.1234, '12.3%'],
  [{ formatterFn: 'dateToYear', cellDataType: 'dateString' }, '2026-03-31', '2026'],
  [{ formatterFn: 'dateToYear', cellDataType: 'number' }, 2024, '2024'],
  [{ prefix: '$', suffix: ' m', decimalPlaces: 2 }, 5, '$5.00 m'],
  [{ prefix: '$' }, null, ''],
  [{ field: 'fiscalYear' }, 2024, '2024'],
  [{ cellDataType: 'text', renderFn: 'titleCase' }, 'NEW york-city', 'New York-City'],
  [{ cellDataType: 'boolean' }, false, '✗'],
  [{ cellDataType: 'object' }, { a: [1] }, '{"a":[1]}'],
  [{ cellDataType: 'dateString' }, '2026-03-31T14:05:00Z', '2026-03-31 14:05'],
] as const)('writes with %j the value %j as %j', (given, value, text) => {
  expect(formatValue(value, { ...column, ...given })).toBe(text)
})

it('writes whatever JSON holds, and never throws', () => {
  const formats = fc.constantFrom(undefined, 'int', 'none', 'percent', 'normalized', 'normalizedPercent', 'dateToYear')
  const types = fc.constantFrom('text', 'number', 'boolean', 'date', 'dateString', 'object')
  const places = fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined })
  fc.assert(
    fc.property(fc.jsonValue(), formats, types, places, (value, formatterFn, cellDataType, decimalPlaces) => {
      const given = { field: 'f', formatterFn, cellDataType, decimalPlaces } as unknown as typeof column
      expect(typeof formatValue(value, given)).toBe('string')
    }),
  )
})
