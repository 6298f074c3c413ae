import { toEntries, type Connection, type ConnectionEntry } from '../requests/connection.ts'

/** A connection as the page's server writes it: `connections.json`. */
export interface ConnectionInput {
  readonly name: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
}

/** Makes a connection of what the server sends. */
export function toConnection({ name, url, headers = {}, query = {} }: ConnectionInput): Connection {
  return { id: url, name, url, entries: [...toList(headers, 'headers'), ...toList(query, 'query')] }
}

/** Writes a connection for the server. */
export function toConnectionInput(connection: Connection): ConnectionInput {
  const { name, url } = connection
  return { name, url, headers: toEntries(connection, 'headers'), query: toEntries(connection, 'query') }
}

function toList(keys: Readonly<Record<string, string>>, location: ConnectionEntry['location']): ConnectionEntry[] {
  return Object.entries(keys).map(([key, value]) => ({ key, value, location }))
}
