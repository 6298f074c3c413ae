import { DeskwrightError } from '../errors/deskwright-error.ts'

/** What a query may take. */
export interface Limits {
  /** How long the database may work on a query, in milliseconds; the time in which a slow client reads does not count. */
  readonly timeout?: number
  /** How many rows a query may give. One row more and it fails: rows are never left out silently. */
  readonly maxRows?: number
}

/** Reads pieces, and stops the reading when the time that was spent waiting for them is over. Throws `sql-timed-out`. */
export function limitTime<T>(
  read: (signal: AbortSignal | undefined) => AsyncIterable<T>,
  timeout: number | undefined,
  signal: AbortSignal | undefined,
): AsyncIterable<T> {
  return timeout === undefined ? read(signal) : readWithin(read, timeout, signal)
}

async function* readWithin<T>(
  read: (signal: AbortSignal) => AsyncIterable<T>,
  timeout: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<T> {
  const limit = new AbortController()
  const pieces = read(signal ? AbortSignal.any([signal, limit.signal]) : limit.signal)[Symbol.asyncIterator]()
  let left = timeout
  try {
    for (;;) {
      const startedAt = performance.now()
      const timer = setTimeout(() => limit.abort(new DeskwrightError('sql-timed-out', { timeout })), Math.max(left, 0))
      const { done, value } = await pieces.next().finally(() => clearTimeout(timer))
      if (done) return value
      left -= performance.now() - startedAt
      yield value
    }
  } finally {
    await pieces.return?.()
  }
}

/** Counts rows. Throws `sql-too-many-rows` when there are more than allowed. */
export function createRowCounter(maxRows = Infinity): (rows: number) => void {
  let count = 0
  return (rows) => {
    count += rows
    if (count > maxRows) throw new DeskwrightError('sql-too-many-rows', { maxRows })
  }
}
