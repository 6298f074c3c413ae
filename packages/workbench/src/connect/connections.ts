import { signal, type ReadonlySignal } from '@preact/signals'
import type { BackendRequest } from '../requests/backend-request.ts'
import type { Connection } from '../requests/connection.ts'
import type { BackendState } from './backend-state.ts'
import { toConnection } from './connection-input.ts'
import { loadBackend } from './load-backend.ts'
import type { WorkbenchServer } from './workbench-server.ts'

/** A connection and what became of it. */
export interface ConnectionStatus {
  readonly connection: Connection
  /** Whether the server of the page named it; else its user added it. */
  readonly given: boolean
  readonly state: ReadonlySignal<BackendState>
}

/** The backends of the page. */
export interface Connections {
  readonly entries: ReadonlySignal<readonly ConnectionStatus[]>
  /**
   * Takes the connections that the page's server names and those that this browser keeps, and loads their documents. Again: takes
   * them as they are now, for the server of `deskwright dev` may have found its backend.
   */
  start(): Promise<void>
  /** Adds a backend and keeps it in this browser. One of the same address is replaced. */
  add(connection: Connection): Promise<void>
  remove(id: string): void
  /** Loads the documents again: of one backend, or of all. What was there stays until the answer comes. */
  reload(id?: string): Promise<void>
}

/** What the connections need from outside. */
export interface ConnectionsOptions {
  readonly server: Pick<WorkbenchServer, 'describe' | 'probe'>
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>
  /** Asks a backend; the log of requests stands behind it. */
  readonly send: (connection: Connection, request: BackendRequest, signal: AbortSignal) => Promise<Response>
}

const key = 'workbench.connections'

/** Creates the list of backends. */
export function createConnections({ server, storage, send }: ConnectionsOptions): Connections {
  const entries = signal<readonly LoadableStatus[]>([])

  const toEntry = (connection: Connection, given: boolean): LoadableStatus => {
    const state = signal<BackendState>({ status: 'loading' })
    let latest = 0
    return {
      connection,
      given,
      state,
      async load() {
        const turn = ++latest
        const { backend } = state.peek()
        const kept = backend === undefined ? {} : { backend }
        state.value = { status: 'loading', ...kept }
        const loaded = await loadBackend(connection, {
          send: (request, signal) => send(connection, request, signal),
          probe: () => server.probe(connection),
        })
        // An answer that comes after a later question is old.
        if (turn !== latest) return
        state.value =
          'failure' in loaded
            ? { status: 'failed', failure: loaded.failure, ...kept }
            : { status: 'connected', backend: loaded }
      },
    }
  }
  /** What is known already keeps its documents until the new ones are there. */
  const find = (connection: Connection) =>
    entries.peek().find((entry) => JSON.stringify(entry.connection) === JSON.stringify(connection))
  const keep = () => {
    const own = entries.peek().filter(({ given }) => !given)
    storage.setItem(key, JSON.stringify(own.map(({ connection }) => connection)))
  }

  return {
    entries,
    async start() {
      const given = (await server.describe()).connections.map(toConnection)
      const known = new Set(given.map(({ id }) => id))
      const own = readKept(storage.getItem(key)).filter(({ id }) => !known.has(id))
      entries.value = [
        ...given.map((connection) => find(connection) ?? toEntry(connection, true)),
        ...own.map((connection) => find(connection) ?? toEntry(connection, false)),
      ]
      await Promise.all(entries.peek().map(({ load }) => load()))
    },
    async add(connection) {
      const entry = toEntry(connection, false)
      const others = entries.peek()
      const at = others.findIndex((other) => other.connection.id === connection.id)
      entries.value = at < 0 ? [...others, entry] : others.with(at, entry)
      keep()
      await entry.load()
    },
    remove(id) {
      entries.value = entries.peek().filter(({ connection }) => connection.id !== id)
      keep()
    },
    async reload(id) {
      const chosen = entries.peek().filter(({ connection }) => id === undefined || connection.id === id)
      await Promise.all(chosen.map(({ load }) => load()))
    },
  }
}

interface LoadableStatus extends ConnectionStatus {
  readonly load: () => Promise<void>
}

function readKept(text: string | null): readonly Connection[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(kept) ? kept.filter(isConnection) : []
  } catch {
    return []
  }
}

function isConnection(value: unknown): value is Connection {
  const { id, url, entries } = (value ?? {}) as Partial<Connection>
  return typeof id === 'string' && typeof url === 'string' && Array.isArray(entries)
}
