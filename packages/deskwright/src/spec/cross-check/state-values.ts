import { diagnose } from '../../errors/diagnostic.ts'
import { joinPath } from '../read/cursor.ts'
import { describeJson } from '../read/describe.ts'
import { toMissedChoices } from './choices.ts'
import type { Rule } from './documents.ts'
import { eachItem, eachParam, findWidget } from './walk.ts'

/** A placed widget starts with values that its parameters offer. */
export const stateValues: Rule = function* (documents) {
  for (const { item, where, path } of eachItem(documents)) {
    const values = item.state?.params
    const widget = findWidget(documents, item.i)
    if (widget === undefined || values === undefined) continue
    for (const { param } of eachParam(widget)) {
      if (!Object.hasOwn(values, param.paramName)) continue
      const value = values[param.paramName]
      const allowed = toMissedChoices(param, value)
      if (allowed === undefined) continue
      const place = { where, path: joinPath(`${path}.state.params`, param.paramName) }
      yield diagnose('warning', 'state-param-value', place, { came: describeJson(value), id: item.i, allowed })
    }
  }
}
