import type { Content } from './content.ts'
import type { Handler } from './endpoint.ts'
import type { Exchange } from './exchange.ts'

/**
 * Creates what answers one of the documents, from bytes that are written once. Browsers may keep them but must ask each time
 * (`no-cache`): a refresh in Workspace always sees the newest widgets, and an unchanged document costs 304 and no body.
 */
export function createDocumentHandler(document: unknown): Handler {
  const bytes = new TextEncoder().encode(JSON.stringify(document))
  const content: Content = { contentType: 'application/json', body: bytes }
  const unchanged: Content = { contentType: 'application/json', body: null }
  let etag: string | undefined

  const answer = (exchange: Exchange, tag: string) => {
    const known = matches(exchange.request.headers.get('If-None-Match'), tag)
    const headers = { 'Cache-Control': 'no-cache', ETag: tag }
    return known ? exchange.reply(304, unchanged, headers) : exchange.reply(200, content, headers)
  }
  return (exchange) => {
    if (etag !== undefined) return answer(exchange, etag)
    return toETag(bytes).then((tag) => answer(exchange, (etag = tag)))
  }
}

/** Weak, because the compressed bytes carry the same tag. */
async function toETag(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hex = Array.from(digest.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `W/"${hex}"`
}

function matches(header: string | null, tag: string): boolean {
  if (header === null) return false
  const opaque = tag.replace('W/', '')
  return header.split(',').some((part) => part.trim() === '*' || part.trim().replace('W/', '') === opaque)
}
