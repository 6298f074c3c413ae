import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachParam, eachWidget } from './walk.ts'

/** The client refuses a `multi_file_viewer` unless exactly one parameter selects the files. */
export const fileSelector: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    if (widget.type !== 'multi_file_viewer') continue
    const params = [...eachParam(widget)].map(({ param }) => param)
    const found = params.filter(({ type, roles = [] }) => type === 'endpoint' && roles.includes('fileSelector'))
    if (found.length === 1) continue
    const names = found.map(({ paramName }) => paramName)
    yield diagnose('error', 'file-selector', { where, path: 'params' }, { names, endpoints: toEndpointNames(params) })
  }
}

function toEndpointNames(params: readonly { readonly type: string; readonly paramName: string }[]): readonly string[] {
  return params.filter(({ type }) => type === 'endpoint').map(({ paramName }) => paramName)
}
