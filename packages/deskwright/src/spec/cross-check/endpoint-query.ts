import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachParam, eachWidget } from './walk.ts'

/** Workspace appends nothing to a URL that already has a query: the parameters never arrive. */
export const endpointQuery: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    const params = [...eachParam(widget)]
    const sent = params.filter(({ param }) => param.type !== 'form').map(({ param }) => param.paramName)
    const posts = widget.type === 'omni' || widget.type === 'multi_file_viewer'
    if (!posts && widget.endpoint.includes('?') && sent.length > 0) {
      yield diagnose('warning', 'endpoint-query', { where, path: 'endpoint' }, { url: widget.endpoint, lost: sent })
    }
    for (const { param, path } of params) {
      const lost = Object.keys(param.optionsParams ?? {})
      if (param.optionsEndpoint?.includes('?') === true && lost.length > 0) {
        const place = { where, path: `${path}.optionsEndpoint` }
        yield diagnose('warning', 'endpoint-query', place, { url: param.optionsEndpoint, lost })
      }
    }
  }
}
