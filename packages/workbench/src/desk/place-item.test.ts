import { gridColumns } from 'deskwright/spec'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findSpot } from './find-spot.ts'
import { limitRect } from './limit-rect.ts'
import { closeGaps, placeItem, settleItems } from './place-item.ts'
import { overlaps, type Placed, toBottom } from './rect.ts'

const rect = fc
  .record({
    x: fc.integer({ min: 0, max: 39 }),
    y: fc.nat(40),
    w: fc.integer({ min: 1, max: 40 }),
    h: fc.integer({ min: 1, max: 20 }),
  })
  .map((rect) => limitRect(rect))
const layout = fc
  .array(fc.record({ rect, fixed: fc.option(fc.constant(true), { nil: undefined, freq: 6 }) }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((items) =>
    settleItems(
      items.map(({ rect, fixed }, index): Placed => ({ id: `${index}`, ...rect, ...(fixed ? { fixed } : {}) })),
    ),
  )

function toHits(items: readonly Placed[]): readonly string[] {
  return items.flatMap((a, index) =>
    items.slice(index + 1).flatMap((b) => (overlaps(a, b) ? [`${a.id} hits ${b.id}`] : [])),
  )
}

describe('a layout', () => {
  test('never overlaps after it is settled, and stays as it is when nothing overlapped', () => {
    fc.assert(
      fc.property(layout, (items) => {
        expect(toHits(items)).toEqual([])
        expect(settleItems(items)).toEqual(items)
      }),
    )
  })

  test('never overlaps after something was put somewhere; sizes, columns and what is fixed stay', () => {
    fc.assert(
      fc.property(layout, fc.nat(), rect, (items, which, to) => {
        const chosen = items[which % items.length]!
        const after = placeItem(items, chosen.id, to)
        expect(toHits(after)).toEqual([])
        for (const [index, item] of after.entries()) {
          const before = items[index]!
          expect(item.id).toBe(before.id)
          expect(item.x + item.w).toBeLessThanOrEqual(gridColumns)
          if (item.id === chosen.id) expect([item.x, item.w, item.h]).toEqual([to.x, to.w, to.h])
          else expect([item.x, item.w, item.h]).toEqual([before.x, before.w, before.h])
          if (item.fixed === true && item.id !== chosen.id) expect(item).toBe(before)
        }
      }),
    )
  })

  test('keeps the very objects of what nobody hit', () => {
    const items = [
      { id: 'a', x: 0, y: 0, w: 10, h: 4 },
      { id: 'b', x: 20, y: 0, w: 10, h: 4 },
    ]
    expect(placeItem(items, 'a', { x: 5, y: 0, w: 10, h: 4 })[1]).toBe(items[1])
  })

  test('lets two items change places', () => {
    const items = [
      { id: 'a', x: 0, y: 0, w: 40, h: 4 },
      { id: 'b', x: 0, y: 4, w: 40, h: 4 },
    ]
    const after = placeItem(items, 'a', { x: 0, y: 4, w: 40, h: 4 })
    expect(after.map(({ y }) => y)).toEqual([4, 0])
  })

  test('has no row free above anything after its gaps were closed', () => {
    fc.assert(
      fc.property(layout, (items) => {
        const after = closeGaps(items)
        expect(toHits(after)).toEqual([])
        expect(toBottom(after)).toBeLessThanOrEqual(toBottom(items))
        for (const item of after) {
          if (item.fixed === true || item.y === 0) continue
          const higher = { ...item, y: item.y - 1 }
          expect(after.some((other) => other.id !== item.id && overlaps(other, higher))).toBe(true)
        }
      }),
    )
  })

  test('has a free spot for anything that is no wider than the grid', () => {
    fc.assert(
      fc.property(layout, rect, (items, { w, h }) => {
        const spot = { id: 'new', ...findSpot(items, { w, h }) }
        expect(toHits([...items, spot])).toEqual([])
        expect(spot.x + spot.w).toBeLessThanOrEqual(gridColumns)
      }),
    )
  })
})

test('a size stays within the limits, and those within the grid', () => {
  expect(limitRect({ x: 39, y: -2, w: 3.4, h: 400 }, { minW: 10 })).toEqual({ x: 30, y: 0, w: 10, h: 100 })
  expect(limitRect({ x: 0, y: 0, w: 50, h: 8 }, { maxW: 20, maxH: 4 })).toEqual({ x: 0, y: 0, w: 20, h: 4 })
})
