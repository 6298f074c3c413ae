import type { Route } from '../manifest/route.ts'
import { toLargestKept } from './answer-cache.ts'
import { Audience } from './audience.ts'
import type { Exchange } from './exchange.ts'
import { LoadContext } from './load-context.ts'

/** One load to be done: what was asked, decoded, and by whom. */
export interface Job {
  readonly exchange: Exchange
  readonly values: Record<string, unknown>
  readonly body: unknown
  readonly context: LoadContext
  readonly audience: Audience
  /** The route, or its raw view. */
  readonly view: Pick<Route, 'load' | 'answer'>
  readonly where: string
  /** Milliseconds. */
  readonly timeout: number
  /** How many bytes of rows to hold back before streaming, so that small answers have a length and can be shared. */
  readonly holdBack: number
  /** What the answer depends on besides the params, as the route's `cache.vary` says. */
  readonly vary: string | undefined
  /** Whether the route says so; then its loads may be shared although they read who is asking. */
  readonly varies: boolean
}

const smallAnswer = 65_536

/** What a request asks of a route. */
export interface Asked {
  readonly values: Record<string, unknown>
  readonly query: URLSearchParams | undefined
  readonly body: unknown
}

/** Composes the load of a request. */
export function toJob(exchange: Exchange, route: Route, { values, query, body }: Asked): Job {
  const theme = query?.get('theme') === 'light' ? 'light' : 'dark'
  const raw = query?.get('raw')?.toLowerCase() === 'true'
  const audience = new Audience()
  audience.join(exchange.request)
  const context = new LoadContext(exchange, audience, theme, raw)
  const vary = route.cache?.vary?.(context)
  context.personal = false
  return {
    exchange,
    values,
    body,
    context,
    audience,
    view: raw && route.raw !== undefined ? route.raw : route,
    where: route.where,
    timeout: route.timeout ?? exchange.settings.timeout,
    holdBack:
      route.cache === undefined ? smallAnswer : Math.max(smallAnswer, toLargestKept(exchange.settings.cacheSize)),
    vary,
    varies: route.cache?.vary !== undefined,
  }
}

/** Writes what makes two loads of a route the same. */
export function toJobKey({ values, body, context, vary }: Job): string {
  return JSON.stringify([context.raw, context.theme, values, body ?? null, vary ?? null])
}
