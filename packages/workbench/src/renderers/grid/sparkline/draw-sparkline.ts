import type { WireSparkline } from 'deskwright/spec'
import { isColor } from '../is-color.ts'
import { toMarkerPath } from './marker.ts'
import { toPoints } from './points.ts'
import { type SparklineScale, toScale } from './scale.ts'

type Options = NonNullable<WireSparkline['options']>
type Style = NonNullable<NonNullable<Options['pointsOfInterest']>['minimum']>
type Place = SparklineScale['places'][number]

const color = 'var(--chart-1)'

/** Draws the small chart of a cell, of this size in pixels. A list without numbers leaves it empty. */
export function drawSparkline(
  list: unknown,
  sparkline: WireSparkline,
  size: { readonly width: number; readonly height: number },
): SVGSVGElement {
  const { type, options = {} } = sparkline
  const points = toPoints(list, options)
  const picture = shape('svg', { ...size, class: 'sparkline', role: 'img', 'aria-label': toLabel(points, type) })
  if (points.length === 0) return picture as SVGSVGElement
  const scale = toScale(points, sparkline, size)
  if (options.axis?.stroke !== undefined) picture.append(toAxis(scale, options, size))
  picture.append(...(type === 'bar' ? toBars(scale, options) : toLine(scale, options, type === 'area')))
  return picture as SVGSVGElement
}

function toLine({ places, zero }: SparklineScale, options: Options, filled: boolean): Element[] {
  const { stroke, strokeWidth = 1.2, fill, fillOpacity = 0.25 } = options
  const line = places.map(({ x, y }) => `${round(x)},${round(y)}`).join('L')
  const ground = `L${round(places.at(-1)!.x)},${round(zero)}L${round(places[0]!.x)},${round(zero)}z`
  const area = { d: `M${line}${ground}`, fill: paint(fill, paint(stroke)), 'fill-opacity': fillOpacity }
  const drawn = { d: `M${line}`, fill: 'none', stroke: paint(stroke), 'stroke-width': strokeWidth }
  const { enabled, shape: outline, size = 3, ...style } = options.markers ?? {}
  const everywhere = enabled === true ? places.map((place) => toMarker(place, { size, ...style }, stroke, outline)) : []
  const special = places.flatMap((place) => {
    const style = toSpecial(place, places, options)
    return style === undefined ? [] : [toMarker(place, style, stroke, outline)]
  })
  return [...(filled ? [shape('path', area)] : []), shape('path', drawn), ...everywhere, ...special]
}

function toBars({ places, zero, step }: SparklineScale, options: Options): Element[] {
  const thick = Math.max(step * (1 - (options.axis?.paddingInner ?? 0.2)), 0.5)
  const lying = options.direction === 'horizontal'
  return places.flatMap((place) => {
    const special = toSpecial(place, places, options)
    const end = lying ? place.x : place.y
    const [from, length] = [Math.min(end, zero), Math.max(Math.abs(end - zero), 0.5)]
    const [x, y, width, height] = lying
      ? [from, place.y - thick / 2, length, thick]
      : [place.x - thick / 2, from, thick, length]
    const bar = shape('rect', {
      x: round(x),
      y: round(y),
      width: round(width),
      height: round(height),
      fill: paint(special?.fill, paint(options.fill)),
      'fill-opacity': options.fillOpacity ?? 1,
      stroke: paint(special?.stroke, paint(options.stroke, 'none')),
      'stroke-width': special?.strokeWidth ?? options.strokeWidth ?? 0,
    })
    return options.label?.enabled === true ? [bar, toText(place, options.label, lying)] : [bar]
  })
}

function toText({ x, y, value }: Place, label: NonNullable<Options['label']>, lying: boolean): Element {
  const inside = label.placement?.startsWith('inside') === true
  const text = shape('text', {
    ...(lying ? { x: x + (inside ? -2 : 2), y } : { x, y: y + (inside ? 8 : -2) }),
    'text-anchor': lying ? (inside ? 'end' : 'start') : 'middle',
    'dominant-baseline': lying ? 'central' : 'auto',
    'font-size': label.fontSize ?? 8,
    'font-weight': label.fontWeight ?? 'normal',
    fill: paint(label.color, 'var(--text)'),
  })
  text.textContent = String(value)
  return text
}

/** How a point is set off: the first and last, the lowest, the highest, those above and below zero. */
function toSpecial(place: Place, places: readonly Place[], options: Options): Style | undefined {
  const { firstLast, minimum, maximum, positiveNegative } = options.pointsOfInterest ?? {}
  const values = () => places.map(({ value }) => value)
  if (minimum !== undefined && place.value === Math.min(...values())) return minimum
  if (maximum !== undefined && place.value === Math.max(...values())) return maximum
  if (firstLast !== undefined && (place === places[0] || place === places.at(-1))) return firstLast
  return place.value >= 0 ? positiveNegative?.positive : positiveNegative?.negative
}

function toMarker(
  { x, y }: Place,
  { size = 4, fill, stroke, strokeWidth }: Style,
  line: string | undefined,
  outline?: NonNullable<Options['markers']>['shape'],
): Element {
  const lines = outline === 'plus' || outline === 'cross'
  return shape('path', {
    d: toMarkerPath(outline, size),
    transform: `translate(${round(x)},${round(y)})`,
    fill: paint(fill, paint(line)),
    stroke: paint(stroke, lines ? paint(fill, paint(line)) : 'none'),
    'stroke-width': strokeWidth ?? 1,
  })
}

function toAxis(
  { zero }: SparklineScale,
  { axis, direction }: Options,
  size: { width: number; height: number },
): Element {
  const place = round(zero)
  const line = direction === 'horizontal' ? `M${place},0V${size.height}` : `M0,${place}H${size.width}`
  return shape('path', { d: line, stroke: paint(axis?.stroke), 'stroke-width': axis?.strokeWidth ?? 1 })
}

function toLabel(points: readonly { readonly y: number }[], type: string): string {
  if (points.length === 0) return 'no values'
  const values = points.map(({ y }) => y)
  return `${type} of ${values.length} values, from ${values[0]} to ${values.at(-1)}`
}

/** A colour of a document, if it is one. */
function paint(given: string | undefined, otherwise: string = color): string {
  return isColor(given) ? given : otherwise
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}
