import { z } from 'zod'
import { list, optional } from '../exact.ts'

const metric = z.strictObject({
  label: z.string(),
  /** Shown as it is. */
  value: z.union([z.string(), z.number()]),
  /** The change; its sign decides the colour. */
  delta: optional(z.union([z.string(), z.number()])),
})

/** One card of a `metric`. */
export interface Metric extends z.infer<typeof metric> {}

/** Reads one card, exactly. */
export const metricSchema: z.ZodType<Metric> = metric

/** Reads what a `metric` answers, exactly: one card or several. */
export const metricsSchema: z.ZodType<Metric | readonly Metric[]> = z.union([metricSchema, list(metricSchema)])
