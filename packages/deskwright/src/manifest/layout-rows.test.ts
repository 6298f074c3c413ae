import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packRow, type Packable, type Packed } from './layout-rows.ts'

const pack = (items: readonly Packable[], y = 0): Packed[] => {
  const packed = packRow(items, y)
  expect(packed).toBeInstanceOf(Array)
  return packed as Packed[]
}
const widths = (items: readonly Packable[]) => pack(items).map(({ w }) => w)

test('one widget fills the row', () => {
  expect(pack([{ w: 10, h: 5 }], 2)).toEqual([{ x: 0, y: 2, w: 40, h: 5 }])
})

test('widgets share a row in proportion to their own widths, and are as high as the highest', () => {
  expect(
    pack([
      { w: 10, h: 5 },
      { w: 30, h: 12 },
    ]),
  ).toEqual([
    { x: 0, y: 0, w: 10, h: 12 },
    { x: 10, y: 0, w: 30, h: 12 },
  ])
  const third = { w: 20, h: 12 }
  expect(widths([third, third, third])).toEqual([14, 13, 13])
})

test('fixed widths are kept, the others share the rest', () => {
  expect(
    widths([
      { w: 20, h: 1, fixed: 7 },
      { w: 20, h: 1 },
      { w: 20, h: 1, fixed: 3 },
    ]),
  ).toEqual([7, 30, 3])
  expect(
    widths([
      { w: 20, h: 1, fixed: 39 },
      { w: 20, h: 1 },
    ]),
  ).toEqual([39, 1])
  expect(widths([{ w: 20, h: 1, fixed: 10 }])).toEqual([10])
})

test('a row that needs more than the grid has says how much', () => {
  expect(
    packRow(
      [
        { w: 1, h: 1, fixed: 30 },
        { w: 1, h: 1, fixed: 11 },
      ],
      0,
    ),
  ).toEqual({ tooWide: 41 })
  expect(
    packRow(
      [
        { w: 1, h: 1, fixed: 40 },
        { w: 1, h: 1 },
      ],
      0,
    ),
  ).toEqual({ tooWide: 41 })
  expect(
    packRow(
      Array.from({ length: 41 }, () => ({ w: 1, h: 1 })),
      0,
    ),
  ).toEqual({ tooWide: 41 })
})

const item: fc.Arbitrary<Packable> = fc.record(
  { w: fc.integer({ min: 1, max: 40 }), h: fc.integer({ min: 1, max: 100 }), fixed: fc.integer({ min: 1, max: 40 }) },
  { requiredKeys: ['w', 'h'] },
)
const row = fc.array(item, { minLength: 1, maxLength: 45 })

test('whatever the row, widgets keep their order side by side inside the grid', () => {
  fc.assert(
    fc.property(row, fc.nat(500), (items, y) => {
      const packed = packRow(items, y)
      if (!Array.isArray(packed)) return
      let x = 0
      for (const [index, box] of packed.entries()) {
        expect(box).toMatchObject({ x, y, h: Math.max(...items.map(({ h }) => h)) })
        expect(box.w).toBeGreaterThanOrEqual(1)
        expect(box.w).toBe(items[index]?.fixed ?? box.w)
        x += box.w
      }
      expect(packed).toHaveLength(items.length)
      expect(x).toBeLessThanOrEqual(40)
    }),
  )
})

test('a row with a width to share fills exactly 40 columns', () => {
  fc.assert(
    fc.property(row, (items) => {
      const packed = packRow(items, 0)
      fc.pre(Array.isArray(packed) && items.some(({ fixed }) => fixed === undefined))
      expect(packed.reduce((sum, { w }) => sum + w, 0)).toBe(40)
    }),
  )
})

test('a row is refused only when it cannot fit', () => {
  fc.assert(
    fc.property(row, (items) => {
      const needed = items.reduce((sum, { fixed = 1 }) => sum + fixed, 0)
      expect(Array.isArray(packRow(items, 0))).toBe(needed <= 40)
    }),
  )
})

test('a wider widget never gets less than a narrower one, but for rounding', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 20 }), (wanted) => {
      const given = widths(wanted.map((w) => ({ w, h: 1 })))
      for (const [one, w] of wanted.entries()) {
        for (const [other, narrower] of wanted.entries()) {
          if (w > narrower) expect((given[one] ?? 0) + 1).toBeGreaterThanOrEqual(given[other] ?? 0)
        }
      }
    }),
  )
})
