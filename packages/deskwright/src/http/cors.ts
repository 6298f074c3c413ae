import { defaultOrigins } from '../spec/default-origins.ts'

type Headers = Record<string, string>
type Origins = readonly string[] | '*' | undefined

/** Decides which pages may read answers. */
export interface Cors {
  allows(origin: string): boolean
  /** Adds what an answer to a page of `origin` needs; every answer passes here, errors too. */
  addTo(headers: Headers, origin: string | null): void
  /** The headers of the answer to a preflight. */
  toPreflight(request: Request, origin: string | null): Headers
}

const exposing = 'Access-Control-Expose-Headers'
const exposed = 'X-Backend-Type, X-Trace-Id, X-Completion-ID, X-Request-Id, X-Cache, Age, Retry-After'

/**
 * Creates the origin rules of a backend: Workspace's own origins, and the user's.
 * @see spec README §4
 */
export function createCors(...lists: Origins[]): Cors {
  const any = lists.includes('*')
  const allowed = new Set([...defaultOrigins, ...lists.flatMap((list) => list ?? [])].map(toOrigin))

  const allows = (origin: string) => any || allowed.has(origin) || allowed.has(toOrigin(origin))
  const addTo: Cors['addTo'] = (headers, origin) => {
    if (!any) headers['Vary'] = headers['Vary'] === undefined ? 'Origin' : `${headers['Vary']}, Origin`
    if (origin === null || !allows(origin)) return
    headers['Access-Control-Allow-Origin'] = any ? '*' : origin
    headers[exposing] = headers[exposing] === undefined ? exposed : `${exposed}, ${headers[exposing]}`
  }
  const toPreflight: Cors['toPreflight'] = (request, origin) => {
    const headers: Headers = { Vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Private-Network' }
    if (origin === null || !allows(origin)) return headers
    headers['Access-Control-Allow-Origin'] = any ? '*' : origin
    headers['Access-Control-Allow-Methods'] = 'GET, HEAD, POST, PUT, OPTIONS'
    headers['Access-Control-Max-Age'] = '600'
    const asked = request.headers.get('Access-Control-Request-Headers')
    if (asked !== null) headers['Access-Control-Allow-Headers'] = asked
    if (request.headers.get('Access-Control-Request-Private-Network') === 'true') {
      headers['Access-Control-Allow-Private-Network'] = 'true'
    }
    return headers
  }
  return { allows, addTo, toPreflight }
}

/** People paste origins with a trailing slash or in capitals; browsers send neither. */
function toOrigin(text: string): string {
  return text.trim().replace(/\/+$/, '').toLowerCase()
}
