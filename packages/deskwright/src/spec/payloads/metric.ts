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

const scalar = z.preprocess(
  (value) => (typeof value === 'boolean' || value === null ? String(value ?? '') : value),
  z.union([z.string(), z.number()]),
)

const received: z.ZodType<Metric> = z
  .object({ label: z.coerce.string(), value: scalar, delta: z.union([z.string(), z.number(), z.null()]).optional() })
  .transform(({ delta, ...metric }) => (delta === undefined || delta === null ? metric : { ...metric, delta }))

/** Reads cards as others send them: one or several, with any scalar as the value, other keys left out. */
export const receivedMetricsSchema: z.ZodType<readonly Metric[]> = z.preprocess(
  (value) => (Array.isArray(value) ? value : [value]),
  list(received),
)
