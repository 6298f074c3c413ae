import { diagnose } from '../../errors/diagnostic.ts'
import type { WireColumn } from '../widgets/column.ts'
import type { Rule } from './documents.ts'
import { eachColumn, eachWidget, hasRenderFn } from './walk.ts'

/** Some render functions do nothing without their params, and params do nothing without their render function. */
export const renderFnNeeds: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    for (const { column, path } of eachColumn(widget)) {
      const need = toNeed(column)
      if (need !== undefined)
        yield diagnose('warning', 'render-fn-need', { where, path: `${path}.renderFnParams` }, need)
    }
  }
}

function toNeed(column: WireColumn): { readonly renderFn: string; readonly key: string } | undefined {
  const { actionType, colorRules, groupBy, sendToAgent } = column.renderFnParams ?? {}
  if (hasRenderFn(column, 'cellOnClick')) {
    if (actionType === undefined) return { renderFn: 'cellOnClick', key: 'actionType' }
    if (actionType === 'groupBy' && groupBy === undefined) return { renderFn: 'cellOnClick', key: 'groupBy.paramName' }
    if (actionType === 'sendToAgent' && sendToAgent === undefined) {
      return { renderFn: 'cellOnClick', key: 'sendToAgent.markdown' }
    }
  }
  if (hasRenderFn(column, 'columnColor') && (colorRules ?? []).length === 0) {
    return { renderFn: 'columnColor', key: 'colorRules' }
  }
  return undefined
}
