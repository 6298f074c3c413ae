/** A source that a test pushes into, and that counts who reads it. */
export interface TestSource<Item> {
  /** How many read it now, and how many ever did. */
  readonly readers: () => number
  readonly begun: () => number
  push(item: Item): void
  /** Fails all who read. */
  fail(error: Error): void
  subscribe(signal: AbortSignal): AsyncGenerator<Item>
  /** Waits until a condition over the counts holds. */
  until(condition: () => boolean): Promise<void>
}

/** Makes a source. */
export function createSource<Item>(): TestSource<Item> {
  const readers = new Set<{ queue: Item[]; wake: () => void; error?: Error }>()
  const waiting = new Set<() => void>()
  let begun = 0
  const changed = () => {
    for (const look of waiting) look()
  }
  return {
    readers: () => readers.size,
    begun: () => begun,
    push(item) {
      for (const reader of readers) {
        reader.queue.push(item)
        reader.wake()
      }
    },
    fail(error) {
      for (const reader of readers) {
        reader.error = error
        reader.wake()
      }
    },
    async *subscribe(signal) {
      const reader: { queue: Item[]; wake: () => void; error?: Error } = { queue: [], wake() {} }
      const wake = () => reader.wake()
      signal.addEventListener('abort', wake)
      readers.add(reader)
      begun += 1
      changed()
      try {
        while (!signal.aborted) {
          while (reader.queue.length > 0) yield reader.queue.shift()!
          if (reader.error !== undefined) throw reader.error
          if (signal.aborted) return
          await new Promise<void>((resolve) => (reader.wake = resolve))
        }
      } finally {
        signal.removeEventListener('abort', wake)
        readers.delete(reader)
        changed()
      }
    },
    until: (condition) =>
      new Promise((resolve) => {
        const look = () => {
          if (!condition()) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
  }
}
