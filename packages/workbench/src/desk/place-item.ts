import { inReadingOrder, overlaps, type Placed, type Rect } from './rect.ts'

/**
 * Puts one item somewhere and makes the others give way. What is hit goes up into the rows that the item has left, if it
 * fits there, else down; what stands fixed stays, and the item goes below it. Everything else keeps its place.
 */
export function placeItem<Item extends Placed>(items: readonly Item[], id: string, to: Rect): Item[] {
  const from = items.find((item) => item.id === id)
  if (from === undefined) return [...items]
  const others = items.filter((item) => item.id !== id)
  const fixed = others.filter(isFixed)
  const moved: Item = { ...from, ...below(to, fixed) }
  const settled: Item[] = [moved, ...fixed]
  for (const item of inReadingOrder(others.filter((item) => !isFixed(item)))) {
    const waiting = others.filter((other) => other.id !== item.id && !settled.some(({ id }) => id === other.id))
    settled.push({ ...item, ...giveWay(item, settled, waiting, from.y) })
  }
  const byId = new Map(settled.map((item) => [item.id, item]))
  return items.map((item) => keepIfSame(item, byId.get(item.id) ?? item))
}

/** Resolves every overlap of a layout that someone else made: in reading order, each goes below what it hits. */
export function settleItems<Item extends Placed>(items: readonly Item[]): Item[] {
  const settled: Item[] = []
  const order = inReadingOrder(items)
  for (const item of [...order.filter(isFixed), ...order.filter((item) => !isFixed(item))]) {
    settled.push({ ...item, ...below(item, settled) })
  }
  const byId = new Map(settled.map((item) => [item.id, item]))
  return items.map((item) => keepIfSame(item, byId.get(item.id) ?? item))
}

/** Lets every item rise as far as it can. */
export function closeGaps<Item extends Placed>(items: readonly Item[]): Item[] {
  const settled: Item[] = items.filter(isFixed)
  for (const item of inReadingOrder(items.filter((item) => !isFixed(item)))) {
    settled.push({ ...item, y: rise(item, settled, 0) })
  }
  const byId = new Map(settled.map((item) => [item.id, item]))
  return items.map((item) => keepIfSame(item, byId.get(item.id) ?? item))
}

function giveWay(item: Rect, settled: readonly Rect[], waiting: readonly Rect[], vacated: number): Rect {
  if (!settled.some((other) => overlaps(item, other))) return item
  const all = [...settled, ...waiting]
  for (let y = item.y - 1; y >= vacated; y -= 1) {
    const higher = { ...item, y }
    if (!all.some((other) => overlaps(higher, other))) return higher
  }
  return below(item, settled)
}

function isFixed({ fixed }: Placed): boolean {
  return fixed === true
}

/** The first place at or below a place that is free. */
function below(rect: Rect, others: readonly Rect[]): Rect {
  let free = rect
  for (;;) {
    const hit = others.find((other) => overlaps(free, other))
    if (hit === undefined) return free
    free = { ...free, y: hit.y + hit.h }
  }
}

function rise(item: Rect, others: readonly Rect[], top: number): number {
  let { y } = below(item, others)
  while (y > top && !others.some((other) => overlaps({ ...item, y: y - 1 }, other))) y -= 1
  return y
}

/** An item whose place is the same is the same object: whoever shows it has nothing to do. */
function keepIfSame<Item extends Placed>(before: Item, after: Item): Item {
  const same = before.x === after.x && before.y === after.y && before.w === after.w && before.h === after.h
  return same ? before : after
}
