import { z } from 'zod'
import { list, optional } from '../exact.ts'
import { valueSchema } from '../widgets/param-value.ts'
import { groupTypes } from './app-values.ts'

const group = z.strictObject({
  /** `Group 1`, `Group 2`, … */
  name: z.string().regex(/^Group [1-9]\d*$/, 'expected "Group 1", "Group 2", …'),
  type: z.enum(groupTypes),
  /** The parameter kept equal; absent for `ticker`. */
  paramName: optional(z.string().min(1)),
  widgetIds: list(z.string()),
  defaultValue: optional(valueSchema),
})

/** Keeps one parameter equal in several widgets. */
export interface WireGroup extends z.infer<typeof group> {}

/** Reads a group, exactly. */
export const groupSchema: z.ZodType<WireGroup> = group.refine(
  ({ type, paramName }) => (type === 'ticker') === (paramName === undefined),
  { path: ['paramName'], message: 'required for every type but "ticker"' },
)
