import { toFetchFailure } from '../fetch-failure.ts'
import type { Question } from './ask.ts'
import type { ProbeTarget } from './probe.ts'

/** What came of a stream; its text so far, when it was not waited for to its end. */
export type AskedEvents =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers: Headers
      readonly text: string
      readonly isEnded: boolean
    }
  | { readonly kind: 'silent' }
  | { readonly kind: 'failed'; readonly reason: string }

/** Letters of a stream that are read at most. */
const most = 2 ** 20

/** Asks once for a stream, and reads until it ends or the time is over. Throws only when the caller ended the check. */
export async function askEvents(
  { url: base, headers, fetch, timeout, signal }: Pick<ProbeTarget, 'url' | 'headers' | 'fetch' | 'timeout' | 'signal'>,
  { url, headers: more = {}, body }: Question,
): Promise<AskedEvents> {
  const limit = AbortSignal.timeout(timeout)
  let answer: Response | undefined
  let text = ''
  try {
    answer = await fetch(url, {
      method: 'POST',
      headers: { ...(new URL(url).origin === new URL(base).origin ? headers : {}), ...more },
      signal: AbortSignal.any([signal, limit]),
      ...(body === undefined ? {} : { body }),
    })
    const { status, headers: given } = answer
    const decoder = new TextDecoder()
    for await (const part of answer.body ?? []) {
      text += decoder.decode(part, { stream: true })
      if (text.length > most) return { kind: 'answer', status, headers: given, text, isEnded: false }
    }
    return { kind: 'answer', status, headers: given, text: text + decoder.decode(), isEnded: true }
  } catch (error) {
    signal.throwIfAborted()
    if (!limit.aborted) return { kind: 'failed', reason: toFetchFailure(error) }
    if (answer === undefined) return { kind: 'silent' }
    return { kind: 'answer', status: answer.status, headers: answer.headers, text, isEnded: false }
  }
}
