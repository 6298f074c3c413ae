import type { WireSparkline } from 'deskwright/spec'
import type { SparklinePoint } from './points.ts'

/** Where a sparkline's points are in its picture, in pixels. */
export interface SparklineScale {
  readonly places: readonly { readonly x: number; readonly y: number; readonly value: number }[]
  /** Where zero is, or the edge nearest to it; areas and bars start there. */
  readonly zero: number
  /** The width of a bar. */
  readonly step: number
}

/** More points than this cannot be told apart in a cell. */
const most = 400

const room = { top: 3, right: 3, bottom: 3, left: 3 }

/** Places points in a picture of this size. Lying bars have their values along x. */
export function toScale(
  points: readonly SparklinePoint[],
  { type, options = {} }: WireSparkline,
  size: { readonly width: number; readonly height: number },
): SparklineScale {
  const thinned = points.length <= most ? points : thin(points)
  const { top, right, bottom, left } = { ...room, ...options.padding }
  const bars = type === 'bar'
  const lying = bars && options.direction === 'horizontal'
  const values = thinned.map(({ y }) => y)
  const low = options.min ?? Math.min(...values, ...(bars ? [0] : []))
  const high = options.max ?? Math.max(...values, ...(bars ? [0] : []))
  const width = Math.max(size.width - left - right, 1)
  const height = Math.max(size.height - top - bottom, 1)
  const step = (lying ? height : width) / Math.max(thinned.length, 1)
  const xs = bars || options.axis?.type === 'category' ? thinned.map((_, index) => index) : thinned.map(({ x }) => x)
  const first = Math.min(...xs)
  const last = Math.max(...xs)

  const along = (value: number) => {
    const part = high === low ? 0.5 : (clamp(value, low, high) - low) / (high - low)
    return lying ? left + part * width : top + (1 - part) * height
  }
  const across = (x: number, index: number) => {
    if (bars) return (lying ? top : left) + (index + 0.5) * step
    return left + (first === last ? 0.5 : (x - first) / (last - first)) * width
  }
  return {
    places: thinned.map(({ y }, index) => {
      const [a, b] = [across(xs[index]!, index), along(y)]
      return lying ? { x: b, y: a, value: y } : { x: a, y: b, value: y }
    }),
    zero: along(clamp(0, low, high)),
    step,
  }
}

/** Keeps the lowest and the highest point of each stretch. */
function thin(points: readonly SparklinePoint[]): readonly SparklinePoint[] {
  const stretch = Math.ceil(points.length / (most / 2))
  return Array.from({ length: Math.ceil(points.length / stretch) }, (_, index) => {
    const part = points.slice(index * stretch, (index + 1) * stretch).sort((a, b) => a.y - b.y)
    return [part[0]!, part.at(-1)!].sort((a, b) => a.x - b.x)
  }).flat()
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
