import { z } from 'zod'
import { list, optional } from '../exact.ts'
import { formInputSchema } from './form-input.ts'
import { optionSchema } from './option.ts'
import { valueSchema } from './param-value.ts'
import { formMethods, languages, paramRoles, paramTypes } from './param-values.ts'
import { refineParam } from './refine-param.ts'

const param = z.strictObject({
  /** The key in the query or the body. */
  paramName: z.string().min(1),
  type: z.enum(paramTypes),
  /** The default; `null` for none. Dates may be modifiers such as `$currentDate-1M`. */
  value: optional(valueSchema),
  label: optional(z.string()),
  /** Shown on hover, and read by agents. */
  description: optional(z.string()),
  /** `false`: not drawn, but still sent. */
  show: optional(z.boolean()),
  optional: optional(z.boolean()),
  placeholder: optional(z.string()),
  /** Static choices. */
  options: optional(list(optionSchema)),
  /** Several of the given choices. */
  multiSelect: optional(z.boolean()),
  /** Free entry of several values; only for `text`. */
  multiple: optional(z.boolean()),
  style: optional(z.strictObject({ popupWidth: optional(z.number().min(200).max(1000)) })),
  roles: optional(list(z.enum(paramRoles))),
  /** Where the choices of an `endpoint` parameter come from. */
  optionsEndpoint: optional(z.string().min(1)),
  /** Query of the options endpoint; a text that starts with `$` is the current value of that parameter. */
  optionsParams: optional(z.record(z.string(), valueSchema)),
  /** The identity by which `endpoint` parameters are grouped. */
  groupById: optional(z.string()),
  /** Turns a `text` parameter into a code editor. */
  language: optional(z.enum(languages)),
  /** Where a `form` is submitted. */
  endpoint: optional(z.string().min(1)),
  /** How a `form` is submitted; POST when absent. */
  method: optional(z.enum(formMethods)),
  /** The fields and buttons of a `form`. */
  inputParams: optional(list(formInputSchema)),
})

/** One parameter of a widget. */
export interface WireParam extends z.infer<typeof param> {}

/** Reads one parameter, exactly. */
export const paramSchema: z.ZodType<WireParam> = param.superRefine(refineParam)

/** A widget's parameters: bare ones stand in the title row, an inner array is a row below. */
export type WireParams = readonly (WireParam | readonly WireParam[])[]

/** Reads a widget's parameters, exactly. */
export const paramsSchema: z.ZodType<WireParams> = list(z.union([paramSchema, list(paramSchema)]))
