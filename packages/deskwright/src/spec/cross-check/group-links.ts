import { diagnose } from '../../errors/diagnostic.ts'
import type { WireGroup } from '../apps/group.ts'
import type { WireLayoutItem } from '../apps/layout-item.ts'
import { listClicked } from './click-group.ts'
import type { Rule } from './documents.ts'
import { eachApp, findWidget } from './walk.ts'

/** A group links what is placed: below two places there is nothing to keep equal, but for a click on the widget itself. */
export const groupLinks: Rule = function* (documents) {
  for (const { app, where } of eachApp(documents)) {
    const names = app.groups.map(({ name }) => name)
    for (const [index, group] of app.groups.entries()) {
      const items = Object.values(app.tabs).flatMap(({ layout }) => layout)
      const ids = items.filter((item) => joins(item, group, names)).map(({ i }) => i)
      const isClicked = ids.some((id) => listClicked(findWidget(documents, id)).includes(group.paramName ?? ''))
      if (ids.length >= 2 || isClicked) continue
      const severity = ids.length === 0 ? 'warning' : 'advice'
      yield diagnose(severity, 'group-alone', { where, path: `groups[${index}]` }, { group: group.name, ids })
    }
  }
}

/** Without groups of its own, or with groups that do not exist, a place joins all groups that have its widget. */
function joins({ i, groups }: WireLayoutItem, { name, widgetIds }: WireGroup, names: readonly string[]): boolean {
  const isSure = groups !== undefined && groups.every((one) => names.includes(one))
  return isSure ? groups.includes(name) : widgetIds.includes(i)
}
