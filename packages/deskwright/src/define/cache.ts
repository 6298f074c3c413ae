import type { Context } from './context.ts'

/** How long an answer may be used again. All times in milliseconds. */
export interface CacheOptions {
  /** The answer is fresh for this long. */
  readonly ttl: number
  /** After `ttl`, the old answer is sent at once for this much longer while a new one is loaded. Default 0. */
  readonly staleWhileRevalidate?: number
  /** After `ttl`, the old answer is sent for this much longer when loading fails. Default 0. */
  readonly staleIfError?: number
  /** Keeps separate answers: return what the answer depends on besides the params, for example `context.user?.id`. */
  readonly vary?: (context: Context) => string | undefined
}
