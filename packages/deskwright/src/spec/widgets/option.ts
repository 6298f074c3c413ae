import { z } from 'zod'
import { list, optional } from '../exact.ts'

const option = z.strictObject({
  label: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  /** The second line of the entry. */
  extraInfo: optional(
    z.strictObject({
      description: optional(z.string()),
      /** Drawn at the right side of the second line. */
      rightOfDescription: optional(z.string()),
    }),
  ),
})

/** One choice of a dropdown. */
export interface WireOption extends z.infer<typeof option> {}

/** Reads one choice of a dropdown, exactly. */
export const optionSchema: z.ZodType<WireOption> = option

const received: z.ZodType<WireOption> = z.preprocess(
  (value) => (typeof value === 'string' ? { label: value, value } : value),
  option.extend({ label: z.coerce.string(), extraInfo: optional(option.shape.extraInfo.unwrap().strip()) }).strip(),
)

/** Reads what an options endpoint answers, of any backend: plain texts are options too. */
export const receivedOptionsDocumentSchema: z.ZodType<readonly WireOption[]> = list(received)

/** What an options endpoint answers. */
export type WireOptionsDocument = readonly WireOption[]

/** Reads what an options endpoint answers, exactly. */
export const optionsDocumentSchema: z.ZodType<WireOptionsDocument> = list(optionSchema)
