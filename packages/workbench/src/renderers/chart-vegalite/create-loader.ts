import type { Loader } from 'vega'
import type { RenderContext } from '../renderer.ts'

/** Loads what a specification names by address, from the backend alone; says what it does not load. */
export function createLoader(context: RenderContext): Loader {
  const refuse = (uri: string): Error => {
    const message = `${uri.slice(0, 200)} is not loaded.`
    const hint = /^[a-z][a-z\d+.-]*:|^\/\//i.test(uri)
      ? 'The Workbench asks the widget’s own backend only; Workspace would ask this address.'
      : 'Workspace would look for it on its own site. Use the full address, or data.values.'
    context.report({ severity: 'warning', message, hint })
    return new URIError(message)
  }
  const load = async (uri: string): Promise<string> => {
    if (/^data:/i.test(uri)) return await (await fetch(uri)).text()
    const path = toBackendPath(uri, context.toUrl(''))
    if (path === undefined) throw refuse(uri)
    const response = await context.request(path)
    if (!response.ok) {
      context.report({ severity: 'error', message: `${uri} answered ${response.status} ${response.statusText}.` })
      throw new URIError(`${uri} answered ${response.status}`)
    }
    return await response.text()
  }
  return {
    load,
    http: load,
    file: async (uri) => await Promise.reject(refuse(uri)),
    sanitize: async (uri, { context: purpose }) => {
      const own = /^data:/i.test(uri) || toBackendPath(uri, context.toUrl('')) !== undefined
      const link = purpose === 'href' && /^(?:https?:|mailto:)/i.test(uri)
      if (!own && !link) throw refuse(uri)
      return { href: uri, target: '_blank', rel: 'noopener noreferrer' }
    },
  }
}

/** The path below a backend that a full address means; nothing for addresses elsewhere, and for ones without a host. */
export function toBackendPath(uri: string, base: string): string | undefined {
  if (!URL.canParse(uri) || !URL.canParse(base)) return undefined
  const [url, { origin, pathname }] = [new URL(uri), new URL(base)]
  const root = pathname.endsWith('/') ? pathname : `${pathname}/`
  if (url.origin !== origin || !url.pathname.startsWith(root)) return undefined
  return `${url.pathname.slice(root.length)}${url.search}`
}
