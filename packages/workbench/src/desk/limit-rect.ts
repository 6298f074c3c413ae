import { gridColumns, gridRows } from 'deskwright/spec'
import type { Rect } from './rect.ts'

/** How small and how large something may become, in columns and rows. */
export interface Limits {
  readonly minW?: number
  readonly minH?: number
  readonly maxW?: number
  readonly maxH?: number
}

/** Below this neither a title nor a value is readable. */
const smallest = { w: 4, h: 2 }

/** How far down a desk reaches. */
const lastRow = 9_999

/** Makes a place legal: whole cells, within the columns, and within the limits. What is wider than the grid is as wide as the grid. */
export function limitRect(rect: Rect, limits: Limits = {}): Rect {
  const w = between(rect.w, limits.minW ?? smallest.w, limits.maxW ?? gridColumns, gridColumns)
  const h = between(rect.h, limits.minH ?? smallest.h, limits.maxH ?? gridRows, gridRows)
  return { x: between(rect.x, 0, gridColumns - w, gridColumns), y: between(rect.y, 0, lastRow, lastRow), w, h }
}

function between(value: number, least: number, most: number, whole: number): number {
  return Math.min(Math.max(Math.round(value), least), Math.max(most, least), whole)
}
