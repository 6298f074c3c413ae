/** Writes one structured log line with the request's id. Values are JSON; never pass secrets. */
export type Log = (message: string, fields?: Readonly<Record<string, unknown>>) => void

/** Who is asking, as the backend's `auth` function found out. */
export interface User {
  readonly id: string
  readonly [claim: string]: unknown
}

/**
 * What a loader knows about the request besides its params.
 *
 * A load that reads `headers` or `user` is personal: it is never shared with, or cached for, another request.
 */
export interface Context {
  /** Aborts when the client goes away or the time limit passes. Pass it on to `fetch` and queries. */
  readonly signal: AbortSignal
  /** The request's headers: what the user typed in the connection dialog arrives here. */
  readonly headers: Headers
  /** Who is asking; `undefined` without an `auth` option. */
  readonly user: User | undefined
  /** Workspace's colours. Sent with charts and Markdown; `dark` when the request does not say. */
  readonly theme: 'dark' | 'light'
  /** Whether the raw view asks. */
  readonly raw: boolean
  readonly requestId: string
  readonly log: Log
}
