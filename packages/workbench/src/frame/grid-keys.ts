import type { Rect } from '../desk/rect.ts'

/** Reads what an arrow key asks of an item: it moves by a cell, with Shift it grows or shrinks by one, with Ctrl by five. */
export function toKeyedPlace(
  { x, y, w, h }: Rect,
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey'>,
): Rect | undefined {
  const directions: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  }
  const direction = directions[event.key]
  if (direction === undefined) return undefined
  const [columns, rows] = direction.map((step) => step * (event.ctrlKey ? 5 : 1)) as [number, number]
  return event.shiftKey ? { x, y, w: w + columns, h: h + rows } : { x: x + columns, y: y + rows, w, h }
}
