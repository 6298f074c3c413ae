import type { CacheOptions } from '../define/cache.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import type { AnswerCache } from './answer-cache.ts'
import { largestKept } from './answer-cache.ts'
import type { Content } from './content.ts'
import { toJobKey, type Job } from './job.ts'
import { isPersonal, type DoLoad } from './shared-loads.ts'
import { toProblem } from './to-problem.ts'

/** Where an answer came from, for the `X-Cache` header. */
export type CacheState = 'hit' | 'stale' | 'miss'

/** An answer and where it came from. */
export interface CachedContent {
  readonly content: Content
  readonly state: CacheState
}

/** Creates what answers a route with a `cache` option: from memory while that is allowed, else by loading. */
export function createCachedLoads(
  { ttl, staleWhileRevalidate = 0, staleIfError = 0 }: CacheOptions,
  prefix: string,
  cache: AnswerCache,
  load: DoLoad,
): (job: Job) => Awaitable<CachedContent> {
  let warned = false

  const loadAndKeep = async (job: Job, key: string): Promise<Content> => {
    const { exchange, where } = job
    const loaded = toBytes(await load(job))
    const { body } = loaded
    if (isPersonal(job)) {
      if (!warned) exchange.log('warn', `${where} reads headers or user, so its cache is not used; give cache.vary`)
      warned = true
    } else if (body instanceof Uint8Array && body.byteLength <= largestKept) {
      cache.set(key, { content: loaded, madeAt: exchange.settings.now() })
    }
    return loaded
  }

  const refresh = (job: Job, key: string): void => {
    job.audience.pin()
    loadAndKeep(job, key).catch((error: unknown) => {
      job.exchange.logError('warn', `${job.where} could not be refreshed; the old answer stays`, error)
    })
  }

  const loadOrFallBack = async (job: Job, key: string, stale: Content | undefined): Promise<CachedContent> => {
    try {
      return { content: await loadAndKeep(job, key), state: 'miss' }
    } catch (error) {
      if (stale === undefined || isRefusal(error, job)) throw error
      job.exchange.logError('warn', `${job.where} failed; the old answer was sent`, error)
      return { content: stale, state: 'stale' }
    }
  }

  return (job) => {
    const key = prefix + toJobKey(job)
    const kept = cache.get(key)
    const age = kept === undefined ? Infinity : job.exchange.settings.now() - kept.madeAt
    if (kept !== undefined && age < ttl) return { content: kept.content, state: 'hit' }
    if (kept !== undefined && age < ttl + staleWhileRevalidate) {
      refresh(job, key)
      return { content: kept.content, state: 'stale' }
    }
    return loadOrFallBack(job, key, age < ttl + staleIfError ? kept?.content : undefined)
  }
}

/** What the loader meant for the user is an answer, not a failure that an old answer may cover. */
function isRefusal(error: unknown, { where, exchange }: Job): boolean {
  return toProblem(error, where, exchange.requestId, false).status < 500
}

/** Text is kept as the bytes that go out, so that it is encoded once and its size is known. */
function toBytes(content: Content): Content {
  const { contentType, body } = content
  return typeof body === 'string' ? { contentType, body: new TextEncoder().encode(body) } : content
}
