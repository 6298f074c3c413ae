import type { BackendOptions, LogEntry, Widgets } from '../define/backend-options.ts'
import type { Socket } from '../define/socket.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import type { Manifest } from '../manifest/manifest.ts'

/** What the place that runs a backend may decide about it. It wins over the backend's own options. */
export interface RuntimeOptions {
  /** Stacks in error answers, and what a loader really said. Never on a public server. */
  readonly dev?: boolean
  /** Origins allowed besides the backend's own. */
  readonly origins?: readonly string[] | '*'
  readonly log?: (entry: LogEntry) => void
  /** The least important lines that `log` wants; others are not even composed. Default `debug`: all. */
  readonly logLevel?: LogEntry['level']
  /** The clock, in milliseconds since the epoch; for tests. */
  readonly now?: () => number
}

/** Answers one request: at once when nothing has to be awaited, which is what makes small answers fast. */
export type Fetch = (request: Request) => Awaitable<Response>

/**
 * Decides about a request to open a socket: a `Response` refuses it, anything else takes over the socket that the runtime opens.
 * It never rejects.
 */
export type Connect = (request: Request) => Promise<Response | ((socket: Socket) => void)>

/** A backend, ready to be mounted anywhere that speaks `Request` and `Response`. */
export interface Backend<W extends Widgets = Widgets> {
  readonly name: string
  readonly options: BackendOptions<W>
  /** The documents, the routes and the findings. Computed on first use, once. */
  readonly manifest: Manifest
  /** Answers a request. A backend with errors answers 500 with its findings to everything. */
  readonly fetch: Fetch
  /** Makes another `fetch` over the same definitions, with other runtime options. */
  createFetch(runtime: RuntimeOptions): Fetch
  /** Makes what lets in sockets, with its own runtime options. `serve` of `deskwright/node` does it for you. */
  createConnect(runtime: RuntimeOptions): Connect
}
