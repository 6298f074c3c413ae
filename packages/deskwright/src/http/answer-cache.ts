import type { Content } from './content.ts'

/** An answer that is kept, and when it was made. */
export interface KeptAnswer {
  readonly content: Content
  /** Milliseconds since the epoch. */
  readonly madeAt: number
}

/** Keeps answers in memory, the recently used ones when there are too many. */
export interface AnswerCache {
  get(key: string): KeptAnswer | undefined
  set(key: string, answer: KeptAnswer): void
}

/** How much is kept by all routes of a backend together. */
export interface CacheBudget {
  readonly entries: number
  readonly bytes: number
}

/** The largest answer that is kept, in bytes. */
export const largestKept = 8 * 1024 * 1024

const budget: CacheBudget = { entries: 1000, bytes: 64 * 1024 * 1024 }

/** Creates an empty cache. The oldest use is at the front of the map: a map keeps the order of insertion. */
export function createAnswerCache({ entries, bytes }: CacheBudget = budget): AnswerCache {
  const kept = new Map<string, KeptAnswer>()
  let held = 0
  const remove = (key: string): void => {
    const answer = kept.get(key)
    if (answer === undefined) return
    held -= toSize(key, answer)
    kept.delete(key)
  }
  return {
    get(key) {
      const answer = kept.get(key)
      if (answer === undefined) return undefined
      kept.delete(key)
      kept.set(key, answer)
      return answer
    },
    set(key, answer) {
      remove(key)
      const size = toSize(key, answer)
      if (size > bytes) return
      kept.set(key, answer)
      held += size
      for (const oldest of kept.keys()) {
        if (held <= bytes && kept.size <= entries) break
        remove(oldest)
      }
    },
  }
}

function toSize(key: string, { content: { body } }: KeptAnswer): number {
  return key.length * 2 + (body instanceof Uint8Array ? body.byteLength : 0)
}
