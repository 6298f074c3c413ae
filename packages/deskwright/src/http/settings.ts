import type { Auth, BackendOptions, LogEntry } from '../define/backend-options.ts'
import type { RuntimeOptions } from './backend.ts'
import { createCors, type Cors } from './cors.ts'
import { createLogger, type Logger } from './logger.ts'
import { toBasePath } from './path.ts'
import { createTickets, ticketKey, type Tickets } from './tickets.ts'

/** What the backend's author and its runtime decided, merged and with defaults: what all requests share. */
export interface Settings {
  readonly name: string
  /** `''`, or with a leading slash and no trailing one. */
  readonly basePath: string
  readonly auth: Auth | undefined
  /** What lets in the sockets of those whom `auth` knows. */
  readonly tickets: Tickets | undefined
  readonly cors: Cors
  readonly timeout: number
  readonly bodyLimit: number
  /** Bytes. */
  readonly cacheSize: number
  /** `undefined`: yes, unless the request came to a loopback host. */
  readonly compress: boolean | undefined
  readonly dev: boolean
  /** `undefined` when nobody listens, so that no line is composed. */
  readonly log: Logger | undefined
  /** Whether somebody wants lines of this level. */
  readonly logs: (level: LogEntry['level']) => boolean
  readonly secretKeys: ReadonlySet<string>
  readonly now: () => number
}

/** Merges the two sides' options; the runtime's win. */
export function toSettings(options: BackendOptions, runtime: RuntimeOptions): Settings {
  const { auth, timeout = 30_000, bodyLimit = 1_048_576, cacheSize = 64 * 1_048_576, compress } = options
  const write = runtime.log ?? options.log
  const now = runtime.now ?? Date.now
  return {
    name: options.name,
    basePath: toBasePath(options.basePath),
    auth,
    tickets: auth && createTickets(auth.ticketSecret, now),
    cors: createCors(options.origins, runtime.origins),
    timeout,
    bodyLimit,
    cacheSize,
    compress,
    dev: runtime.dev ?? false,
    log: write && createLogger(write, now),
    logs: write === undefined ? () => false : atLeast(runtime.logLevel ?? 'debug'),
    secretKeys: new Set([ticketKey, ...(auth?.secretQueryKeys ?? [])]),
    now,
  }
}

const importance = { debug: 0, info: 1, warn: 2, error: 3 } as const

function atLeast(least: LogEntry['level']): Settings['logs'] {
  return (level) => importance[level] >= importance[least]
}
