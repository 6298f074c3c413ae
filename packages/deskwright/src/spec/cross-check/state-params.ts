import { diagnose } from '../../errors/diagnostic.ts'
import { joinPath } from '../read/cursor.ts'
import type { Rule } from './documents.ts'
import { eachItem, eachParam, findWidget } from './walk.ts'

/** A placed widget starts with values of parameters that it has. A page in an `iframe` may bring its own. */
export const stateParams: Rule = function* (documents) {
  for (const { item, where, path } of eachItem(documents)) {
    const widget = findWidget(documents, item.i)
    if (widget === undefined || widget.type === 'iframe') continue
    const names = [...eachParam(widget)].map(({ param }) => param.paramName)
    for (const name of Object.keys(item.state?.params ?? {})) {
      if (names.includes(name)) continue
      const place = { where, path: joinPath(`${path}.state.params`, name) }
      yield diagnose('warning', 'state-param-unknown', place, { name, id: item.i, names })
    }
  }
}
