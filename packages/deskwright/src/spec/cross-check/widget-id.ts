import { diagnose } from '../../errors/diagnostic.ts'
import { widgetIdPattern } from '../constants.ts'
import type { Rule } from './documents.ts'
import { eachWidget } from './walk.ts'

/** Ids stand in layouts, in prompts and in Excel formulas. */
export const widgetId: Rule = function* (documents) {
  for (const { id, where } of eachWidget(documents)) {
    if (!widgetIdPattern.test(id)) yield diagnose('advice', 'widget-id', { where }, { id })
  }
}
