import { expect, test } from 'vitest'
import { mapLoad } from './map-load.ts'

test('a result is changed at once when it is there at once, and later when it is awaited', async () => {
  const double = (value: number) => value * 2
  expect(mapLoad((value: number) => value, double)(2)).toBe(4)
  expect(await mapLoad(async (value: number) => value, double)(2)).toBe(4)
})

test('what is no loader stays as it is', () => {
  expect(mapLoad(undefined as never, String)).toBeUndefined()
})
