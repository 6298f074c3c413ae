import type { RenderRequest } from '../renderers/renderer.ts'
import { toBackendRequest, type BackendRequest } from './backend-request.ts'
import type { Connection } from './connection.ts'
import { observeBody } from './observe-body.ts'
import type { RequestLog, RequestOrigin } from './request-log.ts'
import { toSocketUrl } from './socket-url.ts'

/** Who asks, beside the connection. */
export type Asker = Omit<RequestOrigin, 'backend'>

/** The only way to a backend: everything that the page asks goes through here, and so into the log. */
export interface BackendClient {
  readonly connection: Connection
  /** Sends a request that is built already. Rejects as `fetch` does. */
  send(request: BackendRequest, asker: Asker, options?: Pick<RequestInit, 'signal' | 'cache'>): Promise<Response>
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
}

/** Creates the way to one backend. No cookies are sent, as Workspace sends none. */
export function createBackendClient(
  connection: Connection,
  log: RequestLog,
  platform: ClientPlatform = {},
): BackendClient {
  const ask = platform.fetch ?? ((url, init) => fetch(url, init))
  const toOrigin = (asker: Asker): RequestOrigin => ({ ...asker, backend: connection.name })

  const send: BackendClient['send'] = async (request, asker, options = {}) => {
    const recorder = log.start(request, toOrigin(asker))
    const { url, ...init } = request
    try {
      const response = await ask(url, { ...init, ...options, credentials: 'omit' })
      const { status, statusText } = response
      recorder.answer({ status, statusText, headers: Object.fromEntries(response.headers) })
      return observeBody(response, recorder)
    } catch (error) {
      if (options.signal?.aborted === true) recorder.abort()
      else recorder.fail(String(error instanceof Error ? error.message : error))
      throw error
    }
  }

  return {
    connection,
    send,
    request: (path, options = {}, asker) => {
      const { method, query, body, signal } = options
      const given = typeof body === 'object' && body !== null ? { ...body } : {}
      const request = toBackendRequest(connection, { endpoint: path, method, query, path: given, body })
      return send(request, asker, signal ? { signal } : {})
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
