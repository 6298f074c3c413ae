import { z } from 'zod'
import { jsonObject } from '../exact.ts'

/** What a `chart-vegalite` answers: a Vega-Lite specification, of whichever typings. */
export type VegaLiteSpec = object

const views = ['mark', 'layer', 'concat', 'hconcat', 'vconcat', 'facet', 'repeat'] as const

/** Reads a Vega-Lite specification, exactly: an object that draws something. */
export const vegaLiteSpecSchema: z.ZodType<VegaLiteSpec> = z
  .record(z.string(), z.unknown())
  .refine((spec) => views.some((view) => view in spec), `expected one of ${views.join(', ')}`)

/** Reads a specification as others send it: any object. */
export const receivedVegaLiteSpecSchema: z.ZodType<VegaLiteSpec> = jsonObject
