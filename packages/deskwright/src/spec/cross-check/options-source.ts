import { diagnose } from '../../errors/diagnostic.ts'
import { describeJson } from '../read/describe.ts'
import type { WireFormInput } from '../widgets/form-input.ts'
import type { WireParam } from '../widgets/param.ts'
import type { Rule } from './documents.ts'
import { eachParam, eachWidget } from './walk.ts'

/** A dropdown has choices from somewhere, and asks for them with parameters that exist. */
export const optionsSource: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    const entries = [...eachParam(widget)]
    const names = entries.map(({ param }) => param.paramName)
    for (const { param, path } of entries) {
      yield* check(param, path, names)
      const inputs = param.inputParams ?? []
      const known = [...names, ...inputs.map(({ paramName }) => paramName)]
      for (const [index, input] of inputs.entries()) yield* check(input, `${path}.inputParams[${index}]`, known)
    }

    function* check(param: WireParam | WireFormInput, path: string, known: readonly string[]) {
      if (param.type === 'endpoint' && param.optionsEndpoint === undefined) {
        yield diagnose('warning', 'options-missing', { where, path }, { type: 'endpoint', key: 'optionsEndpoint' })
      }
      if (param.type === 'tabs' && (param.options ?? []).length === 0) {
        yield diagnose('warning', 'options-missing', { where, path }, { type: 'tabs', key: 'options' })
      }
      for (const [index, { value }] of (param.type === 'tabs' ? (param.options ?? []) : []).entries()) {
        if (typeof value === 'string') continue
        const place = { where, path: `${path}.options[${index}].value` }
        const details = {
          came: describeJson(value),
          allowed: 'a text, as tabs have no other values',
          nearest: undefined,
        }
        yield diagnose('warning', 'value-illegal', place, details)
      }
      for (const [key, value] of Object.entries(param.optionsParams ?? {})) {
        if (typeof value !== 'string' || !value.startsWith('$') || known.includes(value.slice(1))) continue
        const place = { where, path: `${path}.optionsParams.${key}` }
        yield diagnose('warning', 'options-param-unknown', place, { name: value.slice(1), names: known })
      }
    }
  }
}
