import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachParam, eachWidget } from './walk.ts'

/** A `{name}` in an endpoint is filled in by the parameter of that name, in an options endpoint also by what is sent to it. */
export const endpointPlaceholder: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    const params = [...eachParam(widget)]
    const names = params.map(({ param }) => param.paramName)
    yield* check('endpoint', widget.endpoint, names)
    yield* check('wsEndpoint', widget.wsEndpoint, names)
    for (const { param, path } of params) {
      const sent = Object.keys(param.optionsParams ?? {})
      yield* check(`${path}.optionsEndpoint`, param.optionsEndpoint, [...new Set([...names, ...sent])])
    }

    function* check(path: string, endpoint: string | undefined, known: readonly string[]) {
      for (const [, name = ''] of (endpoint ?? '').matchAll(/\{([^{}]*)\}/g)) {
        if (known.includes(name)) continue
        yield diagnose('warning', 'endpoint-placeholder', { where, path }, { name, names: known })
      }
    }
  }
}
