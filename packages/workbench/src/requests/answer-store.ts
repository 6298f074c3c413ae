import type { BackendClient, Asker } from './backend-client.ts'
import type { BackendRequest } from './backend-request.ts'
import { systemClock, type Clock } from './clock.ts'
import { readAnswer, toNetworkFailure, toRedirectFailure, type Answer } from './read-answer.ts'

/** An answer and when it came, in milliseconds since 1970. */
export type StoredAnswer = Answer & { readonly at: number }

/** How an answer is wanted. */
export interface AnswerWish {
  readonly asker: Asker
  /** An answer that is younger than these milliseconds will do; 0 asks in any case. */
  readonly maxAge: number
  /** Ends the waiting; the request itself ends when nobody waits for it. */
  readonly signal: AbortSignal
}

/** The answers of one backend, shared by all who ask the same. */
export interface AnswerStore {
  /** Resolves with data or a failure; rejects only when the signal ends the waiting. */
  load(request: BackendRequest, wish: AnswerWish): Promise<StoredAnswer>
}

interface Flight {
  readonly answer: Promise<StoredAnswer>
  readonly controller: AbortController
  waiting: number
}

const retryAfter = 1000
const answerLimit = 60
/** Characters of all answers that are kept, together. */
const sizeLimit = 100_000_000

/**
 * Creates the store. Equal requests in flight are one; a failed request is tried once more after a second, unless it was waited for too
 * long already.
 */
export function createAnswerStore(client: BackendClient, clock: Clock = systemClock): AnswerStore {
  const flights = new Map<string, Flight>()
  const answers = new Map<string, StoredAnswer>()

  const attempt = async (request: BackendRequest, asker: Asker, signal: AbortSignal): Promise<Answer> => {
    try {
      return await readAnswer(await client.send(request, asker, { signal }), request.url)
    } catch (error) {
      signal.throwIfAborted()
      return { ok: false, failure: toNetworkFailure(error, request.url) }
    }
  }

  const ask = async (request: BackendRequest, asker: Asker, signal: AbortSignal): Promise<StoredAnswer> => {
    const first = await attempt(request, asker, signal)
    if (first.ok || first.failure.kind === 'late') return { ...first, at: clock.now() }
    await pause(clock, retryAfter, signal)
    const second = await attempt(request, asker, signal)
    const isSentOn = !second.ok && second.failure.kind === 'network' && (await findRedirect(request, asker, signal))
    return { ...(isSentOn ? { ok: false, failure: toRedirectFailure(request.url) } : second), at: clock.now() }
  }

  /** Tells whether what a browser calls a failure is an answer that leads elsewhere. */
  const findRedirect = async (request: BackendRequest, asker: Asker, signal: AbortSignal): Promise<boolean> => {
    if (request.method !== 'GET') return false
    try {
      const { type, status, body } = await client.send(request, asker, { signal, redirect: 'manual' })
      await body?.cancel()
      return type === 'opaqueredirect' || (status >= 300 && status < 400)
    } catch {
      signal.throwIfAborted()
      return false
    }
  }

  const keep = (key: string, answer: StoredAnswer) => {
    answers.delete(key)
    if (!answer.ok) return
    answers.set(key, answer)
    let size = [...answers.values()].reduce((sum, known) => sum + (known.ok ? known.size : 0), 0)
    for (const [oldest, known] of answers) {
      if (answers.size <= answerLimit && size <= sizeLimit) break
      answers.delete(oldest)
      size -= known.ok ? known.size : 0
    }
  }

  const start = (key: string, request: BackendRequest, asker: Asker): Flight => {
    const controller = new AbortController()
    const answer = ask(request, asker, controller.signal)
    const flight: Flight = { answer, controller, waiting: 0 }
    flights.set(key, flight)
    const land = () => {
      if (flights.get(key) === flight) flights.delete(key)
    }
    answer.then((stored) => keep(key, stored), land).finally(land)
    return flight
  }

  return {
    load: async (request, { asker, maxAge, signal }) => {
      signal.throwIfAborted()
      const key = JSON.stringify([request.method, request.url, request.headers, request.body])
      const known = answers.get(key)
      if (known && clock.now() - known.at < maxAge) return known
      const flight = flights.get(key) ?? start(key, request, asker)
      flight.waiting += 1
      return await untilAborted(flight.answer, signal, () => {
        flight.waiting -= 1
        if (flight.waiting > 0) return
        if (flights.get(key) === flight) flights.delete(key)
        flight.controller.abort(signal.reason)
      })
    },
  }
}

/** Waits for a promise, or until a signal ends the waiting. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal, leave: () => void): Promise<T> {
  return await new Promise<T>((resolve, reject) => {
    const abort = () => {
      leave()
      reject(signal.reason as Error)
    }
    signal.addEventListener('abort', abort, { once: true })
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

async function pause(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const abort = () => {
      cancel()
      reject(signal.reason as Error)
    }
    const cancel = clock.after(milliseconds, () => {
      signal.removeEventListener('abort', abort)
      resolve()
    })
    signal.addEventListener('abort', abort, { once: true })
  })
}
