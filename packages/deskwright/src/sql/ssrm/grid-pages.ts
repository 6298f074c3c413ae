import { createKept } from './kept.ts'
import { createIdleLane } from './idle-lane.ts'
import { startSharedWork, type SharedWork } from './shared-work.ts'

/** The text of a page's rows, as the engine wrote it. */
export interface Page {
  readonly pieces: readonly Uint8Array[]
  /** How many rows it has, where that is known. */
  readonly rows: number | undefined
}

/** Pieces of a page's text; at the end, how many rows there were. */
export type PagePieces = AsyncGenerator<Uint8Array, number | undefined>

/** Reads pages, keeps the small ones, and reads some before they are asked for. */
export interface GridPages {
  /** Gives a page from memory, or reads it. */
  read(key: string, load: (signal?: AbortSignal) => PagePieces, signal?: AbortSignal): PagePieces
  /** Reads a page when nobody waits for another one. */
  prepare(key: string, load: (signal?: AbortSignal) => PagePieces): void
  /** Prepares nothing of what it was asked to. */
  stop(): void
}

/** The largest page that is kept, in bytes. */
const largest = 2 * 1024 * 1024

/** Makes an empty keep of pages. Their keys say which state of the rows they show; `time` is for where nothing says so. */
export function createGridPages(mostBytes: number, now: () => number): GridPages {
  const pages = createKept<Page>({ size: mostBytes, time: Infinity, now })
  const prepared = new Map<string, SharedWork<Page | undefined>>()
  const lane = createIdleLane()

  return {
    stop: () => lane.clear(),
    async *read(key, load, signal) {
      const early = prepared.get(key)
      const page = early && !early.stopped ? await early.wait(signal) : pages.get(key)
      if (page) {
        yield* page.pieces
        return page.rows
      }
      const leave = lane.enter()
      try {
        return yield* keep(key, load(signal))
      } finally {
        leave()
      }
    },
    prepare(key, load) {
      lane.add(async (signal) => {
        if (pages.get(key) || prepared.has(key)) return
        const work = startSharedWork(async (stop) => {
          const pieces = keep(key, load(stop))
          for await (const _piece of pieces) stop.throwIfAborted()
          return pages.get(key)
        })
        prepared.set(key, work)
        await work.wait(signal).finally(() => prepared.delete(key))
      })
    },
  }

  async function* keep(key: string, pieces: PagePieces): PagePieces {
    const kept: Uint8Array[] = []
    let size = 0
    for (;;) {
      const { done, value } = await pieces.next()
      if (done) {
        if (size <= largest) pages.set(key, { pieces: kept, rows: value }, size + 2 * key.length)
        return value
      }
      size += value.byteLength
      if (size <= largest) kept.push(value)
      yield value
    }
  }
}
