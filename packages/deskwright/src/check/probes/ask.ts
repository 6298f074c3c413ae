import { isMiscompressed, toFetchFailure } from '../fetch-failure.ts'
import { readBytes } from '../read-bytes.ts'

/** How to ask a backend. */
export interface AskOptions {
  /** The address below which the documents lie. */
  readonly url: string
  /** Sent to its origin. */
  readonly headers: Readonly<Record<string, string>>
  readonly fetch: typeof globalThis.fetch
  /** Milliseconds one answer may take. */
  readonly timeout: number
  readonly signal: AbortSignal
}

/** A request of a probe. */
export interface Question {
  readonly method?: 'GET' | 'POST' | 'OPTIONS'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Whether only the head of the answer is wanted. */
  readonly isHeadOnly?: boolean
}

/** A redirect that was followed, as browsers do. */
export interface Hop {
  readonly status: number
  readonly from: string
  readonly to: string
  readonly headers: Headers
  /** The origin that was sent to `from`. */
  readonly origin: string
  /** Whether the request went on without its method and its body. */
  readonly isTurnedToGet: boolean
}

/** What a request gave. Times are milliseconds. */
export type Answered =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: Headers
      readonly bytes: Uint8Array
      readonly took: number
      /** The redirects on the way to this answer. */
      readonly hops: readonly Hop[]
      /** The origin that was sent to where this answer came from. */
      readonly origin: string
    }
  | { readonly kind: 'slow' }
  | { readonly kind: 'endless' }
  | {
      readonly kind: 'failed'
      readonly reason: string
      /** The compression that the body does not have. */
      readonly encoding?: string
    }

/** Bytes of an answer that are read at most. */
export const most = 64 * 2 ** 20
/** Where nearly everyone uses Workspace. */
export const mainOrigin = 'https://pro.openbb.co'
/** Redirects that browsers follow at most. */
const mostHops = 20

/**
 * Asks once, as a page of Workspace does, with the headers of the target, which no other origin gets. Redirects are followed unless only
 * the head is wanted. Throws only when the caller ended the check.
 */
export async function ask(
  { url: base, headers, fetch, timeout, signal }: AskOptions,
  { method: first = 'GET', url: asked, headers: more = {}, body: sent, isHeadOnly = false }: Question,
): Promise<Answered> {
  const limit = AbortSignal.timeout(timeout)
  const start = performance.now()
  const hops: Hop[] = []
  let [method, url, body, origin] = [first, asked, sent, more['Origin'] ?? mainOrigin]
  let answer: Response | undefined
  try {
    for (;;) {
      answer = await fetch(url, {
        method,
        headers: { ...(new URL(url).origin === new URL(base).origin ? headers : {}), ...more, Origin: origin },
        redirect: 'manual',
        signal: AbortSignal.any([signal, limit]),
        ...(body === undefined ? {} : { body }),
      })
      const location = toLocation(answer, url)
      if (location === undefined || isHeadOnly) break
      await answer.body?.cancel()
      const isTurnedToGet = method === 'POST' && [301, 302, 303].includes(answer.status)
      hops.push({ status: answer.status, from: url, to: location, headers: answer.headers, origin, isTurnedToGet })
      if (hops.length > mostHops)
        return { kind: 'failed', reason: `it leads from one redirect to the next, ${url} too` }
      if (isTurnedToGet) [method, body] = ['GET', undefined]
      // Behind a redirect to another origin, nobody is told where the request began.
      if (new URL(location).origin !== new URL(url).origin) origin = 'null'
      url = location
      answer = undefined
    }
    if (isHeadOnly) await answer.body?.cancel()
    const bytes = isHeadOnly ? new Uint8Array() : await readBytes(answer, most)
    if (bytes === undefined) return { kind: 'endless' }
    const { status, headers: given } = answer
    return { kind: 'answer', status, headers: given, bytes, took: performance.now() - start, hops, origin }
  } catch (error) {
    signal.throwIfAborted()
    if (limit.aborted) return { kind: 'slow' }
    const reason = toFetchFailure(error)
    const encoding = isMiscompressed(error) ? answer?.headers.get('content-encoding') : undefined
    return { kind: 'failed', reason, ...(encoding ? { encoding } : {}) }
  }
}

function toLocation({ status, headers }: Response, url: string): string | undefined {
  const location = headers.get('location')
  if (![301, 302, 303, 307, 308].includes(status) || location === null || !URL.canParse(location, url)) return undefined
  const to = new URL(location, url)
  return /^https?:$/.test(to.protocol) ? to.href : undefined
}
