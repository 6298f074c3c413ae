import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachWidget } from './walk.ts'

const localHosts = ['localhost', '127.0.0.1', '0.0.0.0', '[::1]']

/** Workspace embeds pages over HTTPS, or from the user's own machine. */
export const iframeUrl: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    if (widget.type !== 'iframe' || !widget.endpoint.startsWith('http')) continue
    if (isEmbeddable(widget.endpoint)) continue
    yield diagnose('warning', 'iframe-url', { where, path: 'endpoint' }, { url: widget.endpoint })
  }
}

/** Whether a page over HTTPS may show or ask a URL: it is HTTPS too, or on the user's own machine. */
export function isEmbeddable(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && localHosts.includes(url.hostname))
}
