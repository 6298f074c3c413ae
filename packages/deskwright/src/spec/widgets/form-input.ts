import { z } from 'zod'
import { list, optional } from '../exact.ts'
import { optionSchema } from './option.ts'
import { valueSchema } from './param-value.ts'
import { formInputTypes, languages } from './param-values.ts'

const formInput = z.strictObject({
  /** The key in the submitted JSON object. */
  paramName: z.string().min(1),
  type: z.enum(formInputTypes),
  label: optional(z.string()),
  description: optional(z.string()),
  placeholder: optional(z.string()),
  /** The default. A button sends it when it is the one that was pressed. */
  value: optional(valueSchema),
  show: optional(z.boolean()),
  options: optional(list(optionSchema)),
  multiSelect: optional(z.boolean()),
  /** Free entry of several values; only for `text`. */
  multiple: optional(z.boolean()),
  style: optional(z.strictObject({ popupWidth: optional(z.number().min(200).max(1000)) })),
  /** Turns a `text` field into a code editor. */
  language: optional(z.enum(languages)),
  groupById: optional(z.string()),
  optionsEndpoint: optional(z.string()),
  optionsParams: optional(z.record(z.string(), valueSchema)),
})

/** One field or button of a form. */
export interface WireFormInput extends z.infer<typeof formInput> {}

/** Reads one field or button of a form, exactly. */
export const formInputSchema: z.ZodType<WireFormInput> = formInput.superRefine((input, context) => {
  if (input.type === 'endpoint' && input.optionsEndpoint === undefined) {
    context.addIssue({ code: 'custom', path: ['optionsEndpoint'], message: 'required for type "endpoint"' })
  }
})
