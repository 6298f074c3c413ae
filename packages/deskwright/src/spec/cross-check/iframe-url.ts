import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachWidget } from './walk.ts'

const localHosts = ['localhost', '127.0.0.1', '0.0.0.0', '[::1]']

/** Workspace embeds pages over HTTPS, or from the user's own machine. */
export const iframeUrl: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    if (widget.type !== 'iframe' || !widget.endpoint.startsWith('http')) continue
    const url = URL.canParse(widget.endpoint) ? new URL(widget.endpoint) : undefined
    if (url?.protocol === 'https:' || (url?.protocol === 'http:' && localHosts.includes(url.hostname))) continue
    yield diagnose('warning', 'iframe-url', { where, path: 'endpoint' }, { url: widget.endpoint })
  }
}
