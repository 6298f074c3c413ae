import type { RenderRequest } from '../renderers/renderer.ts'
import { toBackendRequest, type BackendRequest } from './backend-request.ts'
import { systemClock, type Clock } from './clock.ts'
import type { Connection } from './connection.ts'
import { limitSilence } from './limit-silence.ts'
import { observeBody } from './observe-body.ts'
import type { RequestLog, RequestOrigin } from './request-log.ts'
import { noteEnd } from './request-recorder.ts'
import { toSocketUrl } from './socket-url.ts'

/** Who asks, beside the connection. */
export type Asker = Omit<RequestOrigin, 'backend'>

/** How a request is sent. */
export interface SendOptions extends Pick<RequestInit, 'signal' | 'cache' | 'redirect'> {
  /** Waits for as long as it takes. */
  readonly isPatient?: boolean | undefined
}

/** The only way to a backend: everything that the page asks goes through here, and so into the log. */
export interface BackendClient {
  readonly connection: Connection
  /**
   * Sends a request that is built already. Rejects as `fetch` does, and with a `TimeoutError` when the backend says nothing for a
   * minute; so does the body of the answer.
   */
  send(request: BackendRequest, asker: Asker, options?: SendOptions): Promise<Response>
  /** Asks a path of the backend, for renderers. */
  request(path: string, options: RenderRequest | undefined, asker: Asker): Promise<Response>
  /** Builds the URL that `request` would ask. */
  toUrl(path: string, query?: Readonly<Record<string, unknown>>): string
  /** Opens a socket of the backend. */
  connect(path: string, asker: Asker): WebSocket
}

/** What a client takes of its browser, when that is not the browser's own. */
export interface ClientPlatform {
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
  readonly WebSocket?: typeof WebSocket
  readonly clock?: Clock
  /** Milliseconds that a backend may say nothing while it is waited for. */
  readonly patience?: number
}

/** As long as Workspace waits for documents. Browsers ask six things of a server at once: what never ends would keep others waiting. */
const usualPatience = 60_000

/** Creates the way to one backend. No cookies are sent, as Workspace sends none. */
export function createBackendClient(
  connection: Connection,
  log: RequestLog,
  platform: ClientPlatform = {},
): BackendClient {
  const ask = platform.fetch ?? ((url, init) => fetch(url, init))
  const { clock = systemClock, patience = usualPatience } = platform
  const toOrigin = (asker: Asker): RequestOrigin => ({ ...asker, backend: connection.name })

  const send: BackendClient['send'] = async (request, asker, { isPatient = false, ...options } = {}) => {
    const recorder = log.start(request, toOrigin(asker))
    const { url, ...init } = request
    const limit = limitSilence(clock, isPatient ? Number.POSITIVE_INFINITY : patience, options.signal)
    try {
      const { signal } = limit
      const response = await limit.hear(ask(url, { ...init, ...options, signal, credentials: 'omit' }))
      const { status, statusText } = response
      recorder.answer({ status, statusText, headers: Object.fromEntries(response.headers) })
      return observeBody(response, recorder, limit)
    } catch (error) {
      noteEnd(recorder, error, limit.signal)
      throw error
    }
  }

  return {
    connection,
    send,
    request: (path, options = {}, asker) => {
      const { method, query, body, signal, isPatient } = options
      const given = typeof body === 'object' && body !== null ? { ...body } : {}
      const request = toBackendRequest(connection, { endpoint: path, method, query, path: given, body })
      return send(request, asker, { isPatient, ...(signal ? { signal } : {}) })
    },
    toUrl: (path, query) => toBackendRequest(connection, { endpoint: path, query }).url,
    connect: (path, asker) => {
      const url = toSocketUrl(connection, path)
      const recorder = log.open(url, toOrigin(asker))
      class LoggedSocket extends (platform.WebSocket ?? WebSocket) {
        override send(data: Parameters<WebSocket['send']>[0]): void {
          recorder.message('sent', data)
          super.send(data)
        }
      }
      const socket = new LoggedSocket(url)
      socket.addEventListener('open', () => recorder.open())
      socket.addEventListener('message', ({ data }: MessageEvent<unknown>) => recorder.message('received', data))
      socket.addEventListener('close', ({ code, reason }) => recorder.close(code, reason))
      return socket
    },
  }
}
