import { z } from 'zod'
import { jsonObject, optional } from '../exact.ts'

/** The Highcharts constructors Workspace knows. */
export const highchartsConstructors = ['chart', 'stockChart', 'mapChart', 'ganttChart'] as const

const envelope = z.strictObject({
  /** The Highcharts options. Functions cannot travel; use format strings. */
  userOptions: jsonObject,
  /** `chart` when absent. */
  constructorType: optional(z.enum(highchartsConstructors)),
})

/** What a `chart-highcharts` answers: Highcharts options in an envelope. */
export interface HighchartsEnvelope extends z.infer<typeof envelope> {}

/** Reads a Highcharts envelope, exactly. */
export const highchartsEnvelopeSchema: z.ZodType<HighchartsEnvelope> = envelope

/** Reads an envelope as others send it: other keys are left out, an unknown constructor is the usual one. */
export const receivedHighchartsEnvelopeSchema: z.ZodType<HighchartsEnvelope> = z.object({
  userOptions: jsonObject,
  constructorType: optional(z.enum(highchartsConstructors)).catch('chart'),
})
