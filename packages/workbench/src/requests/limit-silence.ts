import type { Clock } from './clock.ts'

/** Ends a request whose backend says nothing for too long. */
export interface SilenceLimit {
  /** Ends the request: because of the silence, or because its asker gave it up. */
  readonly signal: AbortSignal
  /** Waits for the next word of the backend: the head of its answer, or a piece of its body. Rejects with a `TimeoutError` when none comes. */
  hear<Word>(word: Promise<Word>): Promise<Word>
}

/** Creates the limit of one request, in milliseconds. Time during which nobody waits for a word does not count. */
export function limitSilence(clock: Clock, limit: number, asker?: AbortSignal | null): SilenceLimit {
  const late = new AbortController()
  const giveUp = () =>
    late.abort(new DOMException(`The backend said nothing for ${limit / 1000} seconds.`, 'TimeoutError'))
  return {
    signal: asker ? AbortSignal.any([asker, late.signal]) : late.signal,
    hear: async (word) => {
      const cancel = clock.after(limit, giveUp)
      try {
        return await word
      } catch (error) {
        late.signal.throwIfAborted()
        throw error
      } finally {
        cancel()
      }
    },
  }
}

/** Tells whether a request ended because its answer took too long. */
export function isLate(error: unknown): error is DOMException {
  return error instanceof DOMException && error.name === 'TimeoutError'
}
