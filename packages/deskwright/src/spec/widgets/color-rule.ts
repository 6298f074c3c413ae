import { z } from 'zod'
import { optional } from '../exact.ts'
import { colorConditions, isTextCondition, type RuleColor } from './column-values.ts'
import { isRuleColor, ruleColors } from './rule-color.ts'

/** Reads a colour of a colour rule, exactly. */
export const ruleColorSchema = z.custom<RuleColor>(isRuleColor, `expected ${ruleColors}`)

const colorRule = z.strictObject({
  condition: z.enum(colorConditions),
  /** What to compare with; texts for `contains` and `notContains`, absent for `between`. */
  value: optional(z.union([z.number(), z.string()])),
  /** The bounds of `between`. */
  range: optional(z.strictObject({ min: z.number(), max: z.number() })),
  color: ruleColorSchema,
  /** Fills the cell instead of colouring its text. */
  fill: optional(z.boolean()),
})

/** One condition under which a cell has a colour. The first rule that matches decides. */
export interface WireColorRule extends z.infer<typeof colorRule> {}

/** Reads a colour rule, exactly. */
export const colorRuleSchema: z.ZodType<WireColorRule> = colorRule.superRefine((rule, context) => {
  const between = rule.condition === 'between'
  if (between !== (rule.range !== undefined)) {
    context.addIssue({ code: 'custom', path: ['range'], message: 'required for "between", and only for it' })
  }
  if (between === (rule.value !== undefined)) {
    context.addIssue({ code: 'custom', path: ['value'], message: 'required for every condition but "between"' })
  }
  if (isTextCondition(rule.condition) && typeof rule.value === 'number') {
    context.addIssue({ code: 'custom', path: ['value'], message: `a text for "${rule.condition}"` })
  }
})
