import { expect, test } from 'vitest'
import { boolean } from './boolean.ts'
import { decoded } from './decoded.fixture.ts'

test.each([true, 'true', 'True', 'TRUE', ' true ', '1', 1, 'yes', 'on', 'T', 'y', ['true']])(
  '%j is true',
  (received) => {
    expect(decoded(boolean('B'), received)).toBe(true)
  },
)

test.each([false, 'false', 'False', 'FALSE', '0', 0, 'no', 'off', 'f', 'N', [false]])('%j is false', (received) => {
  expect(decoded(boolean('B', { value: true }), received)).toBe(false)
})

test.each([
  ['maybe', '"maybe"'],
  [2, '2'],
  ['truefalse', '"truefalse"'],
  [{}, '{}'],
  [['true', 'false'], undefined],
])('%j is neither', (received, shown) => {
  const problem = shown === undefined ? 'expected one value, got 2' : `expected true or false, got ${shown}`
  expect(decoded(boolean('B'), received)).toBe(`problem: ${problem}`)
})

test('an absent toggle is off, or what its default says', () => {
  for (const absent of [undefined, null, '', []]) {
    expect(decoded(boolean('B'), absent)).toBe(false)
    expect(decoded(boolean('B', { value: true }), absent)).toBe(true)
  }
  expect(boolean('B').wire).toEqual({ type: 'boolean', label: 'B', value: false })
})
