import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toScale } from './scale.ts'

const size = { width: 100, height: 20 }

it('keeps every point in its picture, whatever the numbers', () => {
  const numbers = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { minLength: 1 })
  const types = fc.constantFrom('line' as const, 'area' as const, 'bar' as const)
  fc.assert(
    fc.property(numbers, types, (values, type) => {
      const { places, zero } = toScale(
        values.map((y, x) => ({ x, y })),
        { type },
        size,
      )
      const inside = places.every(({ x, y }) => x >= 0 && x <= 100 && y >= 0 && y <= 20)
      expect(inside && zero >= 0 && zero <= 20).toBe(true)
    }),
  )
})

it('starts bars at zero, and lines at their lowest point', () => {
  const points = [10, 20].map((y, x) => ({ x, y }))
  expect(toScale(points, { type: 'bar' }, size).places[0]!.y).toBe(10)
  expect(toScale(points, { type: 'line' }, size).places[0]!.y).toBe(17)
})

it('draws long lists with few points, and keeps their extremes', () => {
  const points = Array.from({ length: 10_000 }, (_, x) => ({ x, y: x === 7777 ? 1000 : x % 10 }))
  const { places } = toScale(points, { type: 'line' }, size)
  expect(places.length).toBeLessThanOrEqual(400)
  expect(Math.max(...places.map(({ value }) => value))).toBe(1000)
})
