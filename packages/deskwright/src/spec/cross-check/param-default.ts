import { diagnose } from '../../errors/diagnostic.ts'
import { describeJson } from '../read/describe.ts'
import type { WireParam } from '../widgets/param.ts'
import { toMissedChoices } from './choices.ts'
import type { Rule } from './documents.ts'
import { eachParam, eachWidget } from './walk.ts'

const date = /^(?:\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{4}|\$currentDate(?:[+-]\d+[hdbwmqy])?)$/i

/** A default is one of the choices, a number, a truth value or a date, as its parameter is. */
export const paramDefault: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    for (const { param, path } of eachParam(widget)) {
      const allowed = toAllowed(param)
      if (allowed === undefined) continue
      yield diagnose(
        'warning',
        'param-default',
        { where, path: `${path}.value` },
        { came: describeJson(param.value), allowed },
      )
    }
  }
}

/** Says what the default should be, if it is something else. */
function toAllowed(param: WireParam): string | undefined {
  const { type, value, options } = param
  if (value === undefined || value === null || value === '') return undefined
  if (type === 'date' && !(typeof value === 'string' && date.test(value))) {
    return 'YYYY-MM-DD, or $currentDate with an offset such as $currentDate-3M'
  }
  if (type === 'number' && options === undefined && typeof value !== 'number' && !Array.isArray(value))
    return 'a number'
  if (type === 'boolean' && typeof value !== 'boolean') return 'true or false'
  return toMissedChoices(param, value)
}
