import type { Box } from '../define/place.ts'
import { gridColumns } from '../spec/constants.ts'

/** What is to be packed: a natural size, and the width when the author fixed it. */
export interface Packable {
  /** The width it would like, in columns. */
  readonly w: number
  /** In rows. */
  readonly h: number
  /** The author's own width. */
  readonly fixed?: number
}

/** A place on the grid. */
export type Packed = Required<Box>

/**
 * Lays one row of the grid at height `y`: fixed widths are kept, the others share what is left in proportion to their
 * natural widths, and all are as high as the highest. Gives the width it needs when that is more than the grid has.
 */
export function packRow(items: readonly Packable[], y: number): Packed[] | { readonly tooWide: number } {
  const flexible = items.filter(({ fixed }) => fixed === undefined)
  const fixedWidth = items.reduce((sum, { fixed = 0 }) => sum + fixed, 0)
  const room = gridColumns - fixedWidth
  if (room < flexible.length) return { tooWide: fixedWidth + flexible.length }

  const shares = share(
    room,
    flexible.map(({ w }) => w),
  )
  const h = Math.max(...items.map((item) => item.h))
  let x = 0
  return items.map(({ fixed }) => {
    const w = fixed ?? shares.shift() ?? 1
    const packed = { x, y, w, h }
    x += w
    return packed
  })
}

/** Shares `room` columns by weight in whole columns, at least one each, so that the sum is exactly `room`. */
function share(room: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + Math.max(weight, 1), 0)
  const exact = weights.map((weight) => (Math.max(weight, 1) / total) * room)
  const widths = exact.map((width) => Math.max(1, Math.floor(width)))
  let left = room - widths.reduce((sum, width) => sum + width, 0)
  for (; left > 0; left -= 1) change(widths, 1, (width, index) => (exact[index] ?? 0) - width)
  for (; left < 0; left += 1)
    change(widths, -1, (width, index) => (width > 1 ? width - (exact[index] ?? 0) : -Infinity))
  return widths
}

/** Changes the width that has the greatest claim to it. */
function change(widths: number[], by: number, toClaim: (width: number, index: number) => number): void {
  const claims = widths.map(toClaim)
  const index = claims.indexOf(Math.max(...claims))
  widths[index] = (widths[index] ?? 0) + by
}
