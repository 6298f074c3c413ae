import type { Database } from '../database.ts'
import type { SqlFragment } from '../fragment.ts'
import { toStatement } from '../statement.ts'
import { createKept } from './kept.ts'
import { startSharedWork, type SharedWork } from './shared-work.ts'
import { toStatementKey } from './sources.ts'

/** Counts rows, each set of them once. */
export interface RowCounts {
  /** Waits for a count, but no longer than `patience` milliseconds; it goes on and is there for the next page. */
  find(counting: SqlFragment, version: string, patience: number, signal?: AbortSignal): Promise<number | undefined>
}

/** Makes an empty keep of counts. */
export function createRowCounts(database: Database, now: () => number): RowCounts {
  const counts = createKept<SharedWork<number>>({ size: 2000, time: Infinity, now })

  return {
    async find(counting, version, patience, signal) {
      const key = version + toStatementKey(toStatement(counting, database.engine.dialect))
      const known = counts.get(key)
      const work = known && !known.stopped ? known : begin(key, counting)
      let timer: ReturnType<typeof setTimeout> | undefined
      const late = new Promise<undefined>((resolve) => {
        timer = setTimeout(() => resolve(undefined), patience)
      })
      try {
        return await Promise.race([work.wait(signal), late])
      } finally {
        clearTimeout(timer)
      }
    },
  }

  function begin(key: string, counting: SqlFragment): SharedWork<number> {
    const work = startSharedWork(async (stop) => {
      try {
        const [row] = await database.query<{ n: number }>(counting).rows(stop)
        return row?.n ?? 0
      } catch (error) {
        if (counts.get(key) === work) counts.delete(key)
        throw error
      }
    })
    counts.set(key, work, 1)
    return work
  }
}
