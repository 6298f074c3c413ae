import { diagnose } from '../../errors/diagnostic.ts'
import { isRuleColor, ruleColors } from '../widgets/rule-color.ts'
import type { Rule } from './documents.ts'
import { eachColumn, eachWidget } from './walk.ts'

/** The client refuses every colour but three names and hex codes. */
export const ruleColor: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    for (const { column, path } of eachColumn(widget)) {
      for (const [index, { color }] of (column.renderFnParams?.colorRules ?? []).entries()) {
        if (isRuleColor(color)) continue
        const place = { where, path: `${path}.renderFnParams.colorRules[${index}].color` }
        yield diagnose('error', 'color-illegal', place, { color: JSON.stringify(color), allowed: ruleColors })
      }
    }
  }
}
