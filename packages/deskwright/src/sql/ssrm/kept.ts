/** Things that are kept for a while, the recently used ones when there are too many. */
export interface Kept<T> {
  get(key: string): T | undefined
  set(key: string, value: T, size: number): void
  delete(key: string): void
  clear(): void
}

/** How much is kept, and for how long. */
export interface KeepingLimits {
  /** The sum of the sizes. */
  readonly size: number
  /** Milliseconds. */
  readonly time: number
  /** The clock, in milliseconds. */
  readonly now: () => number
}

interface Entry<T> {
  readonly value: T
  readonly size: number
  readonly since: number
}

/** Makes an empty keep. The oldest use is at the front of the map: a map keeps the order of insertion. */
export function createKept<T>({ size: most, time, now }: KeepingLimits): Kept<T> {
  const entries = new Map<string, Entry<T>>()
  let held = 0

  const remove = (key: string): void => {
    held -= entries.get(key)?.size ?? 0
    entries.delete(key)
  }
  return {
    get(key) {
      const entry = entries.get(key)
      if (entry === undefined) return undefined
      entries.delete(key)
      if (now() - entry.since > time) {
        held -= entry.size
        return undefined
      }
      entries.set(key, entry)
      return entry.value
    },
    set(key, value, size) {
      remove(key)
      if (size > most) return
      entries.set(key, { value, size, since: now() })
      held += size
      for (const oldest of entries.keys()) {
        if (held <= most) break
        remove(oldest)
      }
    },
    delete: remove,
    clear() {
      entries.clear()
      held = 0
    },
  }
}
