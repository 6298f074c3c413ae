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
  /** The bytes that everything kept takes. */
  readonly size: number
}

/** What an answer takes besides its bytes and its key: objects and an entry of a map. */
const overhead = 512

/** The largest answer that a cache of some bytes keeps, so that a single one does not drive out all others. */
export function toLargestKept(cacheSize: number): number {
  return Math.floor(cacheSize / 8)
}

/** Creates an empty cache of some bytes. The oldest use is at the front of the map: a map keeps the order of insertion. */
export function createAnswerCache(cacheSize: number): AnswerCache {
  const kept = new Map<string, KeptAnswer & { weight: number }>()
  let size = 0

  const remove = (key: string): void => {
    size -= kept.get(key)?.weight ?? 0
    kept.delete(key)
  }
  const makeRoom = (): void => {
    for (const oldest of kept.keys()) {
      if (size <= cacheSize) break
      remove(oldest)
    }
  }
  return {
    get size() {
      return size
    },
    get(key) {
      const entry = kept.get(key)
      if (entry === undefined) return undefined
      kept.delete(key)
      kept.set(key, entry)
      return entry
    },
    set(key, { content, madeAt }) {
      remove(key)
      const bodySize = content.body instanceof Uint8Array ? content.body.byteLength : 0
      if (bodySize > toLargestKept(cacheSize)) return
      const weight = overhead + key.length * 2 + bodySize + (content.zippedSize ?? 0)
      const entry = { content, madeAt, weight }
      kept.set(key, entry)
      size += weight
      content.onZipped = (bytes) => {
        if (kept.get(key) !== entry) return
        entry.weight += bytes
        size += bytes
        makeRoom()
      }
      makeRoom()
    },
  }
}
