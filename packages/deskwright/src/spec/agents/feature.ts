import { z } from 'zod'
import { list, optional } from '../exact.ts'
import { controlTypes } from './agent-values.ts'

const control = z.strictObject({
  label: z.string().min(1),
  /** `toggle` when absent. */
  type: optional(z.enum(controlTypes)),
  /** A boolean for a toggle, a text otherwise. */
  default: optional(z.union([z.boolean(), z.string()])),
  description: optional(z.string()),
  placeholder: optional(z.string()),
  options: optional(list(z.strictObject({ label: z.string(), value: z.string() }))),
})

/** A control that an agent adds to the chat. */
export interface WireAgentControl extends z.infer<typeof control> {}

/** Whether an agent has a feature, or the control that switches it. */
export type WireAgentFeature = boolean | WireAgentControl

/** Reads one feature of an agent, exactly. */
export const featureSchema: z.ZodType<WireAgentFeature> = z.union([z.boolean(), control])
