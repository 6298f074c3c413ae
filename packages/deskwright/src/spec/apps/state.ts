import { z } from 'zod'
import { jsonObject, list, optional } from '../exact.ts'
import { chartViewSchema } from '../widgets/chart-view.ts'
import { valueSchema } from '../widgets/param-value.ts'
import { shadows } from './app-values.ts'

const state = z.strictObject({
  /** Initial values of the widget's parameters. */
  params: optional(z.record(z.string(), valueSchema)),
  paramOrder: optional(list(z.string())),
  chartView: optional(chartViewSchema),
  /** AG Grid's chart model. */
  chartModel: optional(jsonObject),
  /** AG Grid's states, usually under `default`. */
  columnState: optional(z.record(z.string(), jsonObject)),
  /** AG Grid's filter model. */
  filterModel: optional(jsonObject),
  /** The content of a note. */
  storage: optional(z.strictObject({ text: optional(z.string()), html: optional(z.string()) })),
  style: optional(
    z.strictObject({
      borderWidth: optional(z.number().min(0).max(24)),
      radius: optional(z.number().min(0).max(64)),
      contentPadding: optional(z.number().min(0).max(64)),
      shadow: optional(z.enum(shadows)),
    }),
  ),
})

/** What a placed widget starts with. */
export interface WireState extends z.infer<typeof state> {}

/** Reads what a placed widget starts with, exactly. */
export const stateSchema: z.ZodType<WireState> = state
