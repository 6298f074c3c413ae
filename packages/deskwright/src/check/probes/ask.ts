import { readBytes } from '../read-text.ts'
import type { ProbeTarget } from './probe.ts'

/** A request of a probe. */
export interface Question {
  readonly method?: 'GET' | 'POST' | 'OPTIONS'
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** Whether only the head of the answer is wanted. */
  readonly isHeadOnly?: boolean
}

/** What a request gave. Times are milliseconds. */
export type Answered =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: Headers
      readonly bytes: Uint8Array
      readonly took: number
    }
  | { readonly kind: 'slow' }
  | { readonly kind: 'endless' }
  | { readonly kind: 'failed'; readonly reason: string }

/** Bytes of an answer that are read at most. */
export const most = 64 * 2 ** 20

/** Asks once, with the headers of the target, which no other origin gets. Throws only when the caller ended the check. Redirects are followed unless only the head is wanted. */
export async function ask(
  { url: base, headers, fetch, timeout, signal }: Pick<ProbeTarget, 'url' | 'headers' | 'fetch' | 'timeout' | 'signal'>,
  { method = 'GET', url, headers: more = {}, body, isHeadOnly = false }: Question,
): Promise<Answered> {
  const limit = AbortSignal.timeout(timeout)
  const start = performance.now()
  try {
    const answer = await fetch(url, {
      method,
      headers: { ...(new URL(url).origin === new URL(base).origin ? headers : {}), ...more },
      redirect: isHeadOnly ? 'manual' : 'follow',
      signal: AbortSignal.any([signal, limit]),
      ...(body === undefined ? {} : { body }),
    })
    if (isHeadOnly) await answer.body?.cancel()
    const bytes = isHeadOnly ? new Uint8Array() : await readBytes(answer, most)
    if (bytes === undefined) return { kind: 'endless' }
    const { status } = answer
    return { kind: 'answer', status, headers: answer.headers, bytes, took: performance.now() - start }
  } catch (error) {
    signal.throwIfAborted()
    return limit.aborted ? { kind: 'slow' } : { kind: 'failed', reason: toReason(error) }
  }
}

/** The cause says more than "fetch failed". */
function toReason(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message : String(cause)
}
