import type { Awaitable } from '../internal/awaitable.ts'
import type { App } from './app.ts'
import type { User } from './context.ts'
import type { AnyWidget } from './widget.ts'

/** Finds out who is asking. Return the user, or `undefined` to refuse with 401. */
export type Auth = ((request: Request) => Awaitable<User | undefined>) & {
  /** Query keys that hold secrets, so that logs leave their values out. */
  readonly secretQueryKeys?: readonly string[]
  /** How a client should authenticate, for the `WWW-Authenticate` header of a refusal. */
  readonly challenge?: string
  /** What the tickets of sockets are sealed with, the same in every process of a backend. Default: made at start. */
  readonly ticketSecret?: string
}

/** One line of the log. */
export interface LogEntry {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly time: string
  readonly requestId?: string
  readonly message: string
  readonly [field: string]: unknown
}

/** Widgets by id. */
export type Widgets = Readonly<Record<string, AnyWidget>>

/** What a backend is made of. */
export interface BackendOptions<W extends Widgets = Widgets> {
  /** Shown to people: at `/`, in logs, in `deskwright list`. */
  readonly name: string
  /** The record key is the widget id. */
  readonly widgets: W
  readonly apps?: readonly App[]
  /** Mounts everything below this path: `/desk`. */
  readonly basePath?: string
  /** Origins allowed besides the ones of OpenBB Workspace. `'*'` allows every origin and has to be asked for by name. */
  readonly origins?: readonly string[] | '*'
  /** Who may ask. Preflights, `/health`, `/` and pictures stay open. */
  readonly auth?: Auth
  /** How long a loader may take, in milliseconds. Default 30 000. */
  readonly timeout?: number
  /** How large a request body may be, in bytes. Default 1 MiB. */
  readonly bodyLimit?: number
  /**
   * How many bytes the answers kept for `cache` may take, of all widgets together. Those not asked for longest go first; one answer may
   * take an eighth. Default 64 MiB.
   */
  readonly cacheSize?: number
  /** Compresses answers. Default: yes, except for a loopback address, where compressing costs more than it saves. */
  readonly compress?: boolean
  /** Receives every log line. Default: none in a library; the CLI prints them. */
  readonly log?: (entry: LogEntry) => void
}
