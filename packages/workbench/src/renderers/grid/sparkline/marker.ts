import type { WireSparkline } from 'deskwright/spec'

type Shape = NonNullable<NonNullable<NonNullable<WireSparkline['options']>['markers']>['shape']>

const outlines: Readonly<Record<Shape, (r: number) => string>> = {
  circle: (r) => `M${-r},0a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`,
  square: (r) => `M${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}z`,
  diamond: (r) => `M0,${-r}L${r},0L0,${r}L${-r},0z`,
  triangle: (r) => `M0,${-r}L${r},${r}L${-r},${r}z`,
  plus: (r) => `M${-r},0H${r}M0,${-r}V${r}`,
  cross: (r) => `M${-r},${-r}L${r},${r}M${r},${-r}L${-r},${r}`,
}

/** The outline of a marker around the origin, of this diameter in pixels. Plus and cross are lines, and need a stroke. */
export function toMarkerPath(shape: Shape = 'circle', size: number): string {
  return outlines[shape](size / 2)
}
