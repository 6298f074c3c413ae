import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isLongWork, writeJson } from './write-json.ts'

const write = async (value: unknown) => new TextDecoder().decode(await writeJson(value, JSON.stringify))

test('a large value is the same text as if it were written at once', async () => {
  const leaf = fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constantFrom(undefined, Number.NaN, new Date(0), () => 1),
  )
  const rows = fc
    .tuple(fc.dictionary(fc.string({ unit: 'binary' }), leaf, { minKeys: 1 }), fc.integer({ min: 0, max: 6000 }))
    .map(([row, count]) => Array.from({ length: count }, (_, n) => (n % 7 === 0 ? { n } : row)))
  const value = fc.oneof(
    rows,
    fc.record({ rowData: rows, rowCount: leaf, missing: leaf }),
    fc.record({ data: fc.array(fc.record({ x: rows, name: leaf }), { maxLength: 3 }), layout: leaf }),
    fc.dictionary(fc.string(), rows, { maxKeys: 3 }),
  )
  await fc.assert(
    fc.asyncProperty(value, async (value) => {
      expect((await write(value)) === JSON.stringify(value)).toBe(true)
    }),
    { numRuns: 60 },
  )
})

test('work is long by the number of values, wherever they are', () => {
  const rows = (count: number) => Array.from({ length: count }, () => ({ a: 1, b: 2, c: 3 }))
  expect(isLongWork(rows(1000))).toBe(false)
  expect(isLongWork(rows(10_000))).toBe(true)
  expect(isLongWork({ rowData: rows(10_000) })).toBe(true)
  expect(isLongWork({ data: [{ x: [] }, { x: Array.from({ length: 20_000 }, () => 1) }] })).toBe(false)
  expect(isLongWork({ data: [{ x: Array.from({ length: 20_000 }, () => 1) }] })).toBe(true)
  for (const small of [undefined, null, 'text', 1, [], {}, new Date()]) expect(isLongWork(small)).toBe(false)
})

test('others get their turn while a large value is written', async () => {
  const rows = Array.from({ length: 200_000 }, (_, n) => ({ n, text: 'x'.repeat(20) }))
  let turns = 0
  const count = () => {
    turns += 1
    timer = setTimeout(count)
  }
  let timer = setTimeout(count)
  await write(rows)
  clearTimeout(timer)
  expect(turns).toBeGreaterThan(2)
})
