import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { isEmbeddable } from './iframe-url.ts'
import { eachParam, eachWidget } from './walk.ts'

/** Workspace is a page over HTTPS: browsers let it ask no other machine without encryption. */
export const endpointInsecure: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    const addresses: [path: string, url: string | undefined][] = [['wsEndpoint', widget.wsEndpoint]]
    if (widget.type !== 'iframe') addresses.push(['endpoint', widget.endpoint])
    for (const { param, path } of eachParam(widget)) {
      addresses.push([`${path}.optionsEndpoint`, param.optionsEndpoint], [`${path}.endpoint`, param.endpoint])
    }
    for (const [path, url = ''] of addresses) {
      if (!/^(?:http|ws):\/\//i.test(url) || isEmbeddable(url.replace(/^ws:/i, 'http:'))) continue
      yield diagnose('warning', 'endpoint-insecure', { where, path }, { url })
    }
  }
}
