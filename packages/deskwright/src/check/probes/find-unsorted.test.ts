import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findUnsorted } from './find-unsorted.ts'

describe('values are taken for sorted', () => {
  test.each<[string, readonly unknown[]]>([
    ['numbers', [1, 2, 2, 10]],
    ['text by its codes', ['B', 'a', 'b']],
    ['text whatever its case', ['a', 'B', 'c']],
    ['text with numbers in it', ['a2', 'a10']],
    ['text without its punctuation', ["D'Angelo", 'Dali', 'de Haan', 'Dean']],
    ['empty cells first', [null, null, 1, 2]],
    ['empty cells last', ['a', 'b', '', null]],
    ['nothing', [null, null]],
    ['a mixture, of which nobody knows', [1, 'a', 0]],
  ])('when they are %s', (_name, values) => {
    expect(findUnsorted(values, 'asc')).toBeUndefined()
    expect(findUnsorted(values.toReversed(), 'desc')).toBeUndefined()
  })

  test('whatever numbers there are', () => {
    const numbers = fc.array(fc.double({ noNaN: true }))
    fc.assert(
      fc.property(
        numbers,
        (values) =>
          findUnsorted(
            values.toSorted((one, other) => one - other),
            'asc',
          ) === undefined,
      ),
    )
  })
})

test.each<[readonly unknown[], number]>([
  [[1, 3, 2], 2],
  [['a', 'c', 'b'], 2],
  [[1, null, 2], 1],
  [[null, 1, 2, null], 3],
  [['10', '9', '11'], 2],
])('in %j the value that stands wrong is found', (values, at) => {
  expect(findUnsorted(values, 'asc')).toBe(at)
})
