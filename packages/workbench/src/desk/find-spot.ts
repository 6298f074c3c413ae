import { gridColumns } from 'deskwright/spec'
import { overlaps, type Rect, toBottom } from './rect.ts'

/** Finds the first free place of a size, top to bottom and left to right. */
export function findSpot(items: readonly Rect[], { w, h }: { readonly w: number; readonly h: number }): Rect {
  const bottom = toBottom(items)
  for (let y = 0; y < bottom; y += 1) {
    for (let x = 0; x + w <= gridColumns; x += 1) {
      const spot = { x, y, w, h }
      const hit = items.find((item) => overlaps(item, spot))
      if (hit === undefined) return spot
      x = hit.x + hit.w - 1
    }
  }
  return { x: 0, y: bottom, w, h }
}
