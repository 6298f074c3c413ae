import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachParam, eachWidget } from './walk.ts'

/** A form needs somewhere to go, and a button to get there. */
export const formParts: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    for (const { param, path } of eachParam(widget)) {
      if (param.type !== 'form') {
        if (param.endpoint === undefined && param.inputParams === undefined) continue
        const details = {
          came: JSON.stringify(param.type),
          allowed: '"form", as it has "endpoint" or "inputParams"',
          nearest: '"form"',
        }
        yield diagnose('warning', 'value-illegal', { where, path: `${path}.type` }, details)
        continue
      }
      if (param.endpoint === undefined)
        yield diagnose('warning', 'form-part', { where, path: `${path}.endpoint` }, { part: 'endpoint' })
      if (!(param.inputParams ?? []).some(({ type }) => type === 'button')) {
        yield diagnose('warning', 'form-part', { where, path: `${path}.inputParams` }, { part: 'button' })
      }
    }
  }
}
