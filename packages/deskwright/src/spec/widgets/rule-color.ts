import { colorNames, hexColor, type RuleColor } from './column-values.ts'

/** The colours of colour rules, in words. */
export const ruleColors = `${colorNames.map((color) => JSON.stringify(color)).join(', ')}, "#RGB" or "#RRGGBB"`

/** Whether a colour rule may have this colour. */
export function isRuleColor(value: unknown): value is RuleColor {
  return typeof value === 'string' && ((colorNames as readonly string[]).includes(value) || hexColor.test(value))
}
