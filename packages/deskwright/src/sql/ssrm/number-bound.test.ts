import { describe, expect, it } from 'vitest'
import { toStatement } from '../statement.ts'
import { duckdbDialect } from '../duckdb/dialect.ts'
import { parseNumber, toNumberBound } from './number-bound.ts'

const show = (value: unknown, scale: number, range: readonly [bigint, bigint]) => {
  const bound = toNumberBound(parseNumber(value)!, { is: 'number', scale, range }, 'T')
  if ('beyond' in bound) return `beyond the ${bound.beyond}`
  const [place, fragment] = 'at' in bound ? ['at', bound.at] : ['after', bound.after]
  return `${place} ${String(toStatement(fragment, duckdbDialect).values[0])}`
}
const byte = [-128n, 127n] as const
const cents = [-9999n, 9999n] as const

describe('toNumberBound', () => {
  it.each([
    [5, 0, byte, 'at 5'],
    ['5.000', 0, byte, 'at 5'],
    ['1e2', 0, byte, 'at 100'],
    [1.5, 0, byte, 'after 1'],
    [-1.5, 0, byte, 'after -2'],
    [-0.5, 0, byte, 'after -1'],
    [127, 0, byte, 'at 127'],
    [127.5, 0, byte, 'beyond the greatest'],
    [-128.5, 0, byte, 'beyond the least'],
    [1e300, 0, byte, 'beyond the greatest'],
    ['-123456789012345678901234567890', 0, byte, 'beyond the least'],
    [1.5, 2, cents, 'at 1.50'],
    [-0.01, 2, cents, 'at -0.01'],
    [0.005, 2, cents, 'after 0.00'],
    ['99.999', 2, cents, 'beyond the greatest'],
  ])('finds %j among numbers with %i digits after the point', (value, scale, range, expected) => {
    expect(show(value, scale, range)).toBe(expected)
  })

  it('keeps every digit where there is no limit', () => {
    const bound = toNumberBound(parseNumber('1.234567890123456789012345')!, { is: 'number' }, 'numeric')
    expect('at' in bound && toStatement(bound.at, duckdbDialect).values).toEqual(['1.234567890123456789012345'])
  })
})

describe('parseNumber', () => {
  it.each(['', 'x', '1e999999', '0x10', 'NaN', '1,5', "1' or '1'='1", true, null])(
    'does not take %j for a number',
    (value) => {
      expect(parseNumber(value)).toBeUndefined()
    },
  )
})
