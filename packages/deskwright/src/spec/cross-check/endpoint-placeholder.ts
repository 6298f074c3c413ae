import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachParam, eachWidget } from './walk.ts'

/** A `{name}` in an endpoint is filled in by the parameter of that name. */
export const endpointPlaceholder: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    const names = [...eachParam(widget)].map(({ param }) => param.paramName)
    for (const [, name = ''] of widget.endpoint.matchAll(/\{([^{}]*)\}/g)) {
      if (names.includes(name)) continue
      yield diagnose('warning', 'endpoint-placeholder', { where, path: 'endpoint' }, { name, names })
    }
  }
}
