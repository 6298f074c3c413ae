import { objectOf, required } from '../read/object-reader.ts'
import { flag, number, oneOf, type Reader, refuse, text, unchecked } from '../read/reader.ts'
import { labelPlacements, markerShapes, sparklineTypes } from './sparkline-values.ts'
import type { WireSparkline } from './sparkline.ts'

type Options = NonNullable<WireSparkline['options']>
type Part<Key extends keyof Options> = NonNullable<Options[Key]>
type Points = Part<'pointsOfInterest'>

const stroke = { fill: text, stroke: text, strokeWidth: number() }
const point = objectOf<NonNullable<Points['minimum']>>({ size: number(), ...stroke })

const fontWeight: Reader<string | number> = {
  expects: 'a text or a number',
  read: (value, cursor) =>
    typeof value === 'string' || typeof value === 'number' ? value : refuse(cursor, value, fontWeight.expects),
}

const options = objectOf<Options>({
  ...stroke,
  fillOpacity: number(0, 1),
  min: number(),
  max: number(),
  direction: oneOf(['vertical', 'horizontal']),
  xKey: text,
  yKey: text,
  tooltip: objectOf<Part<'tooltip'>>({ enabled: flag, renderer: text }),
  axis: objectOf<Part<'axis'>>({
    type: oneOf(['number', 'category', 'time']),
    stroke: text,
    strokeWidth: number(),
    paddingInner: number(),
    paddingOuter: number(),
  }),
  markers: objectOf<Part<'markers'>>({
    enabled: flag,
    shape: oneOf(markerShapes),
    size: number(),
    ...stroke,
    highlightSize: number(),
  }),
  highlightStyle: objectOf<Part<'highlightStyle'>>(stroke),
  pointsOfInterest: objectOf<Points>({
    firstLast: point,
    minimum: point,
    maximum: point,
    highlighted: point,
    positiveNegative: objectOf<NonNullable<Points['positiveNegative']>>({ positive: point, negative: point }),
  }),
  customFormatter: text,
  label: objectOf<Part<'label'>>({
    enabled: flag,
    fontWeight,
    fontStyle: text,
    fontSize: number(),
    fontFamily: text,
    color: text,
    placement: oneOf(labelPlacements),
  }),
  padding: objectOf<Part<'padding'>>({ top: number(), right: number(), bottom: number(), left: number() }),
})

/** Reads a sparkline. */
export const sparkline: Reader<WireSparkline> = objectOf<WireSparkline>({
  type: required(oneOf(sparklineTypes)),
  dataField: text,
  options: unchecked(options),
})
