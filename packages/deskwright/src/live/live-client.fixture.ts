import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import type { Backend } from '../http/backend.ts'
import { serve, type RunningServer, type ServeOptions } from '../node/serve.ts'

/** A grid at the other end of a real socket. */
export interface LiveClient {
  readonly socket: WebSocket
  /** Every row that came, in its order. */
  readonly updates: Record<string, unknown>[]
  /** How many messages came. */
  readonly messages: () => number
  /** What the grid shows: the last value of each field, by row. */
  readonly rows: Map<unknown, Record<string, unknown>>
  ask(params?: Readonly<Record<string, unknown>>): void
  /** Waits until what came satisfies a condition. */
  until(condition: (client: LiveClient) => boolean): Promise<void>
  /** Waits for the end: the close code and the reason. */
  readonly closed: Promise<readonly [number, string]>
}

/** Serves a backend until the test ends. */
export async function start(backend: Backend, options: ServeOptions = {}): Promise<RunningServer> {
  const server = await serve(backend, { port: 0, ...options })
  onTestFinished(async () => void (await server.close(0)))
  return server
}

/** Opens a socket as a live grid does. */
export async function connect(
  server: Pick<RunningServer, 'url'>,
  path = 'widgets/quotes/live',
  { rowId = 'symbol', ...options }: ClientOptions & { readonly rowId?: string } = {},
): Promise<LiveClient> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/${path}`, options)
  const waiting = new Set<() => void>()
  const updates: Record<string, unknown>[] = []
  const rows: LiveClient['rows'] = new Map()
  let messages = 0
  const closed = new Promise<readonly [number, string]>((resolve) => {
    socket.once('close', (code, reason) => resolve([code, reason.toString()]))
  })
  socket.on('message', (data: Buffer, isBinary) => {
    if (isBinary) throw new TypeError('a binary frame came')
    messages += 1
    for (const row of [JSON.parse(data.toString()) as Record<string, unknown>].flat()) {
      updates.push(row)
      rows.set(row[rowId], { ...rows.get(row[rowId]), ...row })
    }
    for (const look of waiting) look()
  })
  onTestFinished(() => socket.terminate())
  const client: LiveClient = {
    socket,
    updates,
    rows,
    messages: () => messages,
    closed,
    ask: (params = {}) => socket.send(JSON.stringify({ type: 'params', params })),
    until: (condition) =>
      new Promise((resolve) => {
        const look = () => {
          if (!condition(client)) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
  }
  await Promise.race([
    once(socket, 'open'),
    once(socket, 'unexpected-response').then(([, response]) => Promise.reject(response as Error)),
  ])
  return client
}
