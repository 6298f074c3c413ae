import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { createGate, type Gate } from '../gate.ts'

/** How many queries DuckDB works on at a time, and how many wait. */
export interface Turns {
  /**
   * How many queries are worked on at the same moment. A long result gives its place up after each piece, so that short queries pass
   * by. Default 3: Node has four threads for such work (`UV_THREADPOOL_SIZE`), and files and compression need one.
   */
  readonly maxConcurrent?: number | undefined
  /** How many queries may wait for that; a further one is answered 503 with `Retry-After`. Default 1000. */
  readonly maxQueue?: number | undefined
}

const retryAfter = 5 // seconds

/** Makes the gate that all works of one DuckDB pass. */
export function createTurns({ maxConcurrent = 3, maxQueue = 1000 }: Turns): Gate {
  const refuse = () => new DeskwrightError('sql-queue-full', { running: maxConcurrent, waiting: maxQueue, retryAfter })
  return createGate(Math.max(1, maxConcurrent), { most: maxQueue, refuse })
}
