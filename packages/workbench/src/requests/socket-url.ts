import { appendQuery, resolveEndpoint } from './backend-request.ts'
import { toEntries, type Connection } from './connection.ts'

/** Builds the URL of a backend's socket: resolved like an endpoint, with the connection's query keys, as sockets of browsers have no headers. */
export function toSocketUrl(connection: Connection, path: string): string {
  const url = /^wss?:/i.test(path) ? path : resolveEndpoint(connection.url, path).replace(/^http/i, 'ws')
  const own = URL.canParse(url) && new URL(url).host === new URL(connection.url).host
  return own ? appendQuery(url, toEntries(connection, 'query')) : url
}
