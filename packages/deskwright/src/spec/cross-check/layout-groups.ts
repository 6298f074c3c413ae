import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachItem } from './walk.ts'

/** A placed widget joins groups that the app has. */
export const layoutGroups: Rule = function* (documents) {
  for (const { app, item, where, path } of eachItem(documents)) {
    const names = app.groups.map(({ name }) => name)
    for (const [index, name] of (item.groups ?? []).entries()) {
      if (names.includes(name)) continue
      yield diagnose('warning', 'layout-group-unknown', { where, path: `${path}.groups[${index}]` }, { name, names })
    }
  }
}
