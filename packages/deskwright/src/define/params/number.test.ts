import { expect, test } from 'vitest'
import { decoded } from './decoded.fixture.ts'
import { number } from './number.ts'

test.each([
  ['1', 1],
  ['-1.5', -1.5],
  ['+2', 2],
  ['.5', 0.5],
  ['5.', 5],
  ['1e3', 1000],
  ['1E-7', 1e-7],
  [' 7 ', 7],
  ['007', 7],
  ['1e+21', 1e21],
  [3, 3],
  [0, 0],
  [['4'], 4],
])('%j is the number %j', (received, value) => {
  expect(decoded(number('N'), received)).toBe(value)
})

test.each([
  ['abc', '"abc"'],
  ['0x10', '"0x10"'],
  ['1,000', '"1,000"'],
  ['Infinity', '"Infinity"'],
  ['NaN', '"NaN"'],
  ['1e999', '"1e999"'],
  [' ', '" "'],
  [true, 'true'],
  [{ a: 1 }, '{"a":1}'],
  [Number.NaN, 'null'],
])('%j is none', (received, shown) => {
  expect(decoded(number('N'), received)).toBe(`problem: expected a number, got ${shown}`)
})

test('an absent number is the default, zero too, or undefined', () => {
  expect(decoded(number('N', { value: 0 }))).toBe(0)
  expect(decoded(number('N', { value: 5 }), '')).toBe(5)
  expect(decoded(number('N'), null)).toBeUndefined()
})

test('zero is not absent', () => {
  expect(decoded(number('N', { value: 5 }), 0)).toBe(0)
  expect(decoded(number('N', { value: 5 }), '0')).toBe(0)
})

test('a dropdown of numbers compares as numbers', () => {
  const days = number('Days', { options: [1, { label: 'Week', value: 7 }], value: 7 })
  expect(decoded(days, '7.0')).toBe(7)
  expect(decoded(days, 2)).toBe('problem: expected one of 1, 7; got 2')
  expect(days.wire).toEqual({
    type: 'number',
    label: 'Days',
    value: 7,
    options: [
      { label: '1', value: 1 },
      { label: 'Week', value: 7 },
    ],
  })
})

test('several numbers come as comma text, a repeated key or an array', () => {
  const days = number('Days', { options: [1, 7, 30], multiSelect: true, value: [1, 7] })
  expect(decoded(days, '7, 30')).toEqual([7, 30])
  expect(decoded(days, ['7', '30'])).toEqual([7, 30])
  expect(decoded(days, [7, 30])).toEqual([7, 30])
  expect(decoded(days, 7)).toEqual([7])
  expect(decoded(days)).toEqual([1, 7])
  expect(days.wire['value']).toBe('1,7')
})
