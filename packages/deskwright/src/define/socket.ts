import type { LogEntry } from './backend-options.ts'
import type { User } from './context.ts'
import type { Params } from './params/param.ts'

/** An open socket, as every runtime's `WebSocket` is one: text in, text out. */
export interface Socket {
  /** Bytes that were sent and have not gone out yet. */
  readonly bufferedAmount: number
  send(text: string): void
  close(code?: number, reason?: string): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
  addEventListener(type: 'close', listener: () => void): void
}

/** Who opened a socket, and what the backend can do for whoever serves it. */
export interface Connection {
  /** The headers of the request that opened it. */
  readonly headers: Headers
  /** Who is asking; `undefined` without an `auth` option. */
  readonly user: User | undefined
  readonly requestId: string
  /**
   * Decodes what a message says about the declared parameters; those left out have their defaults.
   * @throws DeskwrightError `params-invalid`
   */
  decode(received: unknown): Record<string, unknown>
  log(level: LogEntry['level'], message: string, fields?: Readonly<Record<string, unknown>>): void
  /** Writes an error to the log, with its stack and its causes. */
  logError(level: 'warn' | 'error', message: string, error: unknown): void
}

/** What a widget does with the sockets that clients open below its endpoint. */
export interface WidgetSocket {
  /** Relative to the endpoint: `live`. It is the document's `wsEndpoint`. */
  readonly path: string
  readonly params: Params
  /** What the author gave that has to be functions, by the name he knows. */
  readonly functions: Readonly<Record<string, unknown>>
  /** Takes over a socket. `where` names the widget in messages and logs. */
  readonly open: (socket: Socket, connection: Connection, where: string) => void
}
