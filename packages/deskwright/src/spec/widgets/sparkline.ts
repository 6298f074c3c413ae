import { z } from 'zod'
import { optional } from '../exact.ts'
import { labelPlacements, markerShapes, sparklineTypes } from './sparkline-values.ts'

const text = optional(z.string())
const number = optional(z.number())
const flag = optional(z.boolean())

const stroke = { fill: text, stroke: text, strokeWidth: number }
const point = z.strictObject({ size: number, ...stroke })

const sparkline = z.strictObject({
  type: z.enum(sparklineTypes),
  /** The row field that holds the array, when it is not the column's own. */
  dataField: text,
  options: optional(
    z.strictObject({
      ...stroke,
      fillOpacity: optional(z.number().min(0).max(1)),
      min: number,
      max: number,
      direction: optional(z.enum(['vertical', 'horizontal'])),
      /** Where x and y are when the array holds objects. */
      xKey: text,
      yKey: text,
      tooltip: optional(z.strictObject({ enabled: flag, renderer: text })),
      axis: optional(
        z.strictObject({
          type: optional(z.enum(['number', 'category', 'time'])),
          stroke: text,
          strokeWidth: number,
          paddingInner: number,
          paddingOuter: number,
        }),
      ),
      markers: optional(
        z.strictObject({
          enabled: flag,
          shape: optional(z.enum(markerShapes)),
          size: number,
          ...stroke,
          highlightSize: number,
        }),
      ),
      highlightStyle: optional(z.strictObject(stroke)),
      pointsOfInterest: optional(
        z.strictObject({
          firstLast: optional(point),
          minimum: optional(point),
          maximum: optional(point),
          highlighted: optional(point),
          positiveNegative: optional(z.strictObject({ positive: optional(point), negative: optional(point) })),
        }),
      ),
      /** The text of a JavaScript arrow function that returns style keys. */
      customFormatter: text,
      label: optional(
        z.strictObject({
          enabled: flag,
          fontWeight: optional(z.union([z.string(), z.number()])),
          fontStyle: text,
          fontSize: number,
          fontFamily: text,
          color: text,
          placement: optional(z.enum(labelPlacements)),
        }),
      ),
      /** Pixels. */
      padding: optional(z.strictObject({ top: number, right: number, bottom: number, left: number })),
    }),
  ),
})

/** A small chart in a cell. */
export interface WireSparkline extends z.infer<typeof sparkline> {}

/** Reads a sparkline, exactly. */
export const sparklineSchema: z.ZodType<WireSparkline> = sparkline
