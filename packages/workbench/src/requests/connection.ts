/** A key and value that the user added to a connection, as Workspace's dialog offers: a secret, mostly. */
export interface ConnectionEntry {
  readonly key: string
  readonly value: string
  readonly location: 'headers' | 'query'
}

/** A backend as the user connected it. */
export interface Connection {
  /** Its address, by which connections are told apart. */
  readonly id: string
  readonly name: string
  /** The base URL; it may have a path. */
  readonly url: string
  readonly entries: readonly ConnectionEntry[]
}

/** Collects a connection's headers or query keys by their names; empty keys are left out. */
export function toEntries(connection: Connection, location: ConnectionEntry['location']): Record<string, string> {
  const wanted = connection.entries.filter((entry) => entry.location === location && entry.key.trim() !== '')
  return Object.fromEntries(wanted.map(({ key, value }) => [key.trim(), value]))
}
