import { diagnose } from '../../errors/diagnostic.ts'
import { describeJson } from '../read/describe.ts'
import { toMissedChoices } from './choices.ts'
import type { Rule } from './documents.ts'
import { eachApp, eachParam, findWidget } from './walk.ts'

/** A group starts with a value that its members offer. */
export const groupDefault: Rule = function* (documents) {
  for (const { app, where } of eachApp(documents)) {
    for (const [index, { name, paramName, widgetIds, defaultValue }] of app.groups.entries()) {
      for (const id of widgetIds) {
        const params = [...eachParam(findWidget(documents, id) ?? {})].map(({ param }) => param)
        const param = params.find((one) => one.paramName === paramName)
        const allowed = param === undefined ? undefined : toMissedChoices(param, defaultValue)
        if (allowed === undefined) continue
        const place = { where, path: `groups[${index}].defaultValue` }
        yield diagnose('warning', 'group-default', place, {
          came: describeJson(defaultValue),
          group: name,
          id,
          allowed,
        })
        break
      }
    }
  }
}
