/** A place on the grid, in columns and rows. */
export interface Rect {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** Something that lies on the grid. */
export interface Placed extends Rect {
  readonly id: string
  /** Stays where it is: others go around it. */
  readonly fixed?: boolean
}

/** Whether two places share a cell. */
export function overlaps(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

/** The first row below everything. */
export function toBottom(items: readonly Rect[]): number {
  return items.reduce((bottom, { y, h }) => Math.max(bottom, y + h), 0)
}

/** Sorts top to bottom, then left to right: the order in which people read, and in which the keyboard goes. */
export function inReadingOrder<Item extends Rect>(items: readonly Item[]): Item[] {
  return [...items].sort((a, b) => a.y - b.y || a.x - b.x)
}
