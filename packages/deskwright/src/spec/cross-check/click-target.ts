import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachColumn, eachParam, eachWidget, hasRenderFn } from './walk.ts'

/** A click that sets a parameter which no widget has changes nothing. */
export const clickTarget: Rule = function* (documents) {
  const widgets = [...eachWidget(documents)]
  const names = new Set(widgets.flatMap(({ widget }) => [...eachParam(widget)].map(({ param }) => param.paramName)))
  for (const { widget, where } of widgets) {
    for (const { column, path } of eachColumn(widget)) {
      const { actionType, groupBy } = column.renderFnParams ?? {}
      if (!hasRenderFn(column, 'cellOnClick') || actionType !== 'groupBy' || groupBy === undefined) continue
      if (names.has(groupBy.paramName)) continue
      const place = { where, path: `${path}.renderFnParams.groupBy.paramName` }
      yield diagnose('warning', 'click-target', place, { name: groupBy.paramName, names: [...names] })
    }
  }
}
