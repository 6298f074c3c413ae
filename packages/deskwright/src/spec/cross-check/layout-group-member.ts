import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachItem, findWidget } from './walk.ts'

/** What a place says of its groups and what the groups say of their members is the same. */
export const layoutGroupMember: Rule = function* (documents) {
  for (const { app, item, where, path } of eachItem(documents)) {
    if (findWidget(documents, item.i) === undefined) continue
    for (const [index, name] of (item.groups ?? []).entries()) {
      const ids = app.groups.find((group) => group.name === name)?.widgetIds ?? []
      // Among unknown members this one was probably meant, and that is said there.
      const isUnsaid = ids.length > 0 && !ids.includes(item.i) && ids.every((id) => findWidget(documents, id))
      if (!isUnsaid) continue
      const place = { where, path: `${path}.groups[${index}]` }
      yield diagnose('warning', 'layout-group-member', place, { id: item.i, group: name })
    }
  }
}
