import { z } from 'zod'
import { list, optional } from '../exact.ts'
import { colorRuleSchema } from './color-rule.ts'
import { clickActions } from './column-values.ts'

const renderFnParams = z.strictObject({
  /** What a click on the cell does. */
  actionType: optional(z.enum(clickActions)),
  groupBy: optional(
    z.strictObject({
      /** The parameter a click sets. */
      paramName: z.string().min(1),
      /** The row field whose value is sent instead of the cell's. */
      valueField: optional(z.string()),
      /** Also fetches the clicked widget again. */
      forceUpdate: optional(z.boolean()),
    }),
  ),
  sendToAgent: optional(
    z.strictObject({
      /** The prompt; `{field}` stands for a value of the row. */
      markdown: z.string(),
      agentId: optional(z.string()),
    }),
  ),
  hoverCard: optional(
    z.strictObject({
      /** The part of the cell's object that is shown in the cell; `value` when absent. */
      cellField: optional(z.string()),
      title: optional(z.string()),
      /** The card's text; `{part}` stands for a part of the cell's object. */
      markdown: optional(z.string()),
    }),
  ),
  colorRules: optional(list(colorRuleSchema)),
  /** Another field of the row that decides the colour. */
  colorValueKey: optional(z.string()),
})

/** What the render functions of a column need. */
export interface WireRenderFnParams extends z.infer<typeof renderFnParams> {}

/** Reads what the render functions of a column need, exactly. */
export const renderFnParamsSchema: z.ZodType<WireRenderFnParams> = renderFnParams.superRefine((params, context) => {
  const { actionType } = params
  if (actionType !== undefined && params[actionType] === undefined) {
    context.addIssue({ code: 'custom', path: [actionType], message: `required for actionType "${actionType}"` })
  }
})
