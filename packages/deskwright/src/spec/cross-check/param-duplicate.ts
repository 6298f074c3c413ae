import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachParam, eachWidget } from './walk.ts'

/** Two parameters of one name are one key in the request. */
export const paramDuplicate: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    const seen = new Map<string, string>()
    for (const { param, path } of eachParam(widget)) {
      if (param.type === 'form') continue
      const first = seen.get(param.paramName)
      if (first === undefined) seen.set(param.paramName, path)
      else yield diagnose('warning', 'param-duplicate', { where, path }, { name: param.paramName, first })
    }
  }
}
