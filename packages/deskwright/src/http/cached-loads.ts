import type { CacheOptions } from '../define/cache.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import { isPromise } from '../internal/is-promise.ts'
import type { AnswerCache, KeptAnswer } from './answer-cache.ts'
import type { Content } from './content.ts'
import { toJobKey, type Job } from './job.ts'
import { runLoad } from './run-load.ts'
import { createSharedLoads, isPersonal } from './shared-loads.ts'
import { toProblem } from './to-problem.ts'

/**
 * Where an answer came from, for the `X-Cache` header: `stale` is an old one while a new one is being loaded, `stale-if-error` an
 * old one because loading failed.
 */
export type CacheState = 'hit' | 'stale' | 'stale-if-error' | 'miss'

/** An answer and where it came from. */
export interface CachedContent {
  readonly content: Content
  readonly state: CacheState
  /** How long ago it was made, in milliseconds. */
  readonly age: number
}

/** Creates what answers a route with a `cache` option: from memory while that is allowed, else by loading. */
export function createCachedLoads(
  { ttl, staleWhileRevalidate = 0, staleIfError = 0 }: CacheOptions,
  prefix: string,
  cache: AnswerCache,
): (job: Job) => Awaitable<CachedContent> {
  const load = createSharedLoads(loadBytes)
  let warned = false

  const loadAndKeep = async (job: Job, key: string): Promise<Content> => {
    const { exchange, where } = job
    const content = await load(job)
    if (isPersonal(job)) {
      if (!warned) exchange.log('warn', `${where} reads headers or user, so its cache is not used; give cache.vary`)
      warned = true
    } else if (content.body instanceof Uint8Array && cache.get(key)?.content !== content) {
      cache.set(key, { content, madeAt: exchange.settings.now() })
    }
    return content
  }

  const refresh = (job: Job, key: string): void => {
    job.audience.pin()
    loadAndKeep(job, key).catch((error: unknown) => {
      job.exchange.logError('warn', `${job.where} could not be refreshed; the old answer stays`, error)
    })
  }

  const loadOrFallBack = async (job: Job, key: string, stale: CachedContent | undefined): Promise<CachedContent> => {
    try {
      return { content: await loadAndKeep(job, key), state: 'miss', age: 0 }
    } catch (error) {
      if (stale === undefined || isRefusal(error, job)) throw error
      job.exchange.logError('warn', `${job.where} failed; the old answer was sent`, error)
      return stale
    }
  }

  return (job) => {
    const key = prefix + toJobKey(job)
    const kept = cache.get(key)
    if (kept === undefined) return loadOrFallBack(job, key, undefined)
    const answer = (state: CacheState): CachedContent => ({ content: kept.content, state, age })
    const age = toAge(kept, job)
    if (age < ttl) return answer('hit')
    if (age < ttl + staleWhileRevalidate) {
      refresh(job, key)
      return answer('stale')
    }
    return loadOrFallBack(job, key, age < ttl + staleIfError ? answer('stale-if-error') : undefined)
  }
}

function toAge({ madeAt }: KeptAnswer, { exchange }: Job): number {
  return Math.max(0, exchange.settings.now() - madeAt)
}

/** What the loader meant for the user is an answer, not a failure that an old answer may cover. */
function isRefusal(error: unknown, { where, exchange }: Job): boolean {
  return toProblem(error, where, exchange.requestId, false).status < 500
}

/** Loads text as the bytes that go out, so that it is encoded once, for all who wait for it, and its size is known. */
function loadBytes(job: Job): Awaitable<Content> {
  const content = runLoad(job)
  return isPromise(content) ? content.then(toBytes) : toBytes(content)
}

function toBytes(content: Content): Content {
  const { contentType, body } = content
  return typeof body === 'string' ? { contentType, body: new TextEncoder().encode(body) } : content
}
