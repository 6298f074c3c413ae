import fc from 'fast-check'
import { expect, it } from 'vitest'
import { compareValues } from './compare-values.ts'

it('puts what is empty first, numbers by size and texts as people read them', () => {
  expect([10, null, 9, undefined].sort(compareValues)).toEqual([null, 9, 10, undefined])
  expect(['item 10', 'Item 9', ''].sort(compareValues)).toEqual(['', 'Item 9', 'item 10'])
  expect(
    [
      [1, 9],
      [8, 2],
    ].sort(compareValues),
  ).toEqual([
    [8, 2],
    [1, 9],
  ])
})

it('orders any two values the same from both sides', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      expect(Math.sign(compareValues(a, b)) + Math.sign(compareValues(b, a))).toBe(0)
    }),
  )
})
