import type { WireSparkline } from 'deskwright/spec'
import { isObject } from '../read-field.ts'

/** One point of a sparkline; `x` is its place in the list unless the list says. */
export interface SparklinePoint {
  readonly x: number
  readonly y: number
}

/** Reads the list of a sparkline: numbers, pairs, or objects. Points without a number are left out. */
export function toPoints(list: unknown, { xKey, yKey = 'y' }: WireSparkline['options'] & {} = {}): SparklinePoint[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown, index) => {
    const [x, y]: readonly unknown[] = Array.isArray(item)
      ? item
      : isObject(item)
        ? [xKey === undefined ? index : item[xKey], item[yKey]]
        : [index, item]
    const height = typeof y === 'string' && y.trim() !== '' ? Number(y) : y
    if (typeof height !== 'number' || !Number.isFinite(height)) return []
    return [{ x: toPlace(x) ?? index, y: height }]
  })
}

/** A number, a time in milliseconds, or nothing: then the place in the list counts. */
function toPlace(x: unknown): number | undefined {
  const number = typeof x === 'number' ? x : typeof x === 'string' ? Date.parse(x) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}
