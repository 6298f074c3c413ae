import type { Database } from '../database.ts'
import { createGate } from '../gate.ts'
import { toStatement } from '../statement.ts'
import { createKept } from './kept.ts'
import { readRowOrder, type RowOrder } from './row-order.ts'
import type { RowLookup } from './row-query.ts'
import { startSharedWork, type SharedWork } from './shared-work.ts'
import { toStatementKey } from './sources.ts'

/** Keeps the orders of rows that are paged through, the recently used ones. */
export interface RowOrders {
  /** The order of some rows, when it is there. */
  find(lookup: RowLookup, version: string): RowOrder | undefined
  /** Whether an order is being made now, rather than in line behind another. */
  isUnderWay(lookup: RowLookup, version: string): boolean
  /** Begins to order rows, if that is not done yet. The result is `undefined` when it would take too much memory. */
  begin(lookup: RowLookup, version: string): SharedWork<RowOrder | undefined>
  /** Stops what is being ordered. */
  stop(): void
}

interface Entry {
  readonly work: SharedWork<RowOrder | undefined>
  readonly ready?: RowOrder | undefined
}

/** Makes an empty keep of orders. One is made at a time, so that ordering leaves room for pages. */
export function createRowOrders(database: Database, mostBytes: number, now: () => number): RowOrders {
  const { engine } = database
  const orders = createKept<Entry>({ size: mostBytes, time: Infinity, now })
  const gate = createGate(1)
  const running = new Set<SharedWork<unknown>>()
  let current: string | undefined
  const toKey = (lookup: RowLookup, version: string) =>
    version + toStatementKey(toStatement(lookup.keys, engine.dialect))

  return {
    stop() {
      for (const work of running) work.stop()
    },
    find: (lookup, version) => orders.get(toKey(lookup, version))?.ready,
    isUnderWay: (lookup, version) => current === toKey(lookup, version),
    begin(lookup, version) {
      const key = toKey(lookup, version)
      const known = orders.get(key)
      if (known && !known.work.stopped) return known.work
      const statement = toStatement(lookup.keys, engine.dialect)
      const work = startSharedWork(async (signal) => {
        try {
          const read = () => {
            current = key
            return readRowOrder(engine.numbers!(statement, signal), mostBytes)
          }
          const ready = await gate.run(read, signal)
          orders.set(key, { work, ready }, ready?.bytes ?? 1)
          return ready
        } catch (error) {
          if (orders.get(key)?.work === work) orders.delete(key)
          throw error
        } finally {
          running.delete(work)
          if (current === key) current = undefined
        }
      })
      running.add(work)
      orders.set(key, { work }, 1)
      return work
    },
  }
}
