import { diagnose } from '../../errors/diagnostic.ts'
import type { AcceptedWidget } from '../widgets/accepted-widget.ts'
import type { Rule } from './documents.ts'
import { eachColumn, eachItem, eachParam, findWidget, hasRenderFn } from './walk.ts'

/** A click reaches the other widgets of an app through a group that both are in. */
export const clickGroup: Rule = function* (documents) {
  const told = new Set<string>()
  for (const { app, item, where, path } of eachItem(documents)) {
    const widget = findWidget(documents, item.i)
    if (widget === undefined) continue
    const ids = new Set(Object.values(app.tabs).flatMap(({ layout }) => layout.map(({ i }) => i)))
    for (const name of listClicked(widget)) {
      const receivers = [...ids].filter((id) => id !== item.i && hasParam(findWidget(documents, id), name))
      const isGrouped = app.groups.some(
        (group) =>
          (group.paramName === name || group.paramName === undefined) &&
          (group.widgetIds.includes(item.i) || item.groups?.includes(group.name) === true),
      )
      const key = JSON.stringify([where, item.i, name])
      if (receivers.length === 0 || isGrouped || told.has(key)) continue
      told.add(key)
      yield diagnose('warning', 'click-ungrouped', { where, path }, { id: item.i, name, receivers })
    }
  }
}

/** Lists the parameters that clicks in a widget set. */
export function listClicked(widget: AcceptedWidget | undefined): readonly string[] {
  const names = (widget === undefined ? [] : [...eachColumn(widget)]).flatMap(({ column }) => {
    const { actionType, groupBy } = column.renderFnParams ?? {}
    return hasRenderFn(column, 'cellOnClick') && actionType === 'groupBy' && groupBy ? [groupBy.paramName] : []
  })
  return [...new Set(names)]
}

function hasParam(widget: AcceptedWidget | undefined, name: string): boolean {
  return widget !== undefined && [...eachParam(widget)].some(({ param }) => param.paramName === name)
}
