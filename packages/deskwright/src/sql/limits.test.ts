import { afterAll, describe, expect, it, vi } from 'vitest'
import { duckdb } from './duckdb/duckdb.ts'
import { limitTime } from './limits.ts'
import { sql } from './tag.ts'

const db = duckdb({ maxRows: 3000 })
const hurried = duckdb({ timeout: 60 })
afterAll(() => Promise.all([db.close(), hurried.close()]))

const endless = sql`select sum(a.range * b.range) as x from range(100000000) a, range(100000000) b`
const numbers = (count: number) => sql`select range as n from range(${count})`

describe('the limits of a database', () => {
  it('stops a query that takes too long', async () => {
    await expect(hurried.query(endless).rows()).rejects.toMatchObject({ code: 'sql-timed-out', status: 504 })
    await expect(hurried.values(endless)).rejects.toMatchObject({ code: 'sql-timed-out' })
  })

  it('fails beyond the number of rows, and leaves none out', async () => {
    expect(await db.query(numbers(3000)).rows()).toHaveLength(3000)
    await expect(db.query(numbers(3001)).rows()).rejects.toMatchObject({
      code: 'sql-too-many-rows',
      message: 'The query gives more than 3000 rows, which is the limit set by maxRows.',
    })
  })

  it('yields to the limits of one query', async () => {
    expect(await db.query(numbers(4000), { maxRows: 4000 }).rows()).toHaveLength(4000)
    await expect(db.query(numbers(2), { maxRows: 1 }).rows()).rejects.toMatchObject({ code: 'sql-too-many-rows' })
    await expect(db.query(endless, { timeout: 5 }).rows()).rejects.toMatchObject({
      message: 'The query did not finish within 5 ms and was stopped.',
    })
  })
})

describe('limitTime', () => {
  it('does not count the time of the reader', async () => {
    async function* pieces(signal: AbortSignal | undefined) {
      for (const piece of [1, 2, 3]) {
        signal?.throwIfAborted()
        yield piece
      }
    }
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const read: number[] = []
    for await (const piece of limitTime(pieces, 30, undefined)) {
      read.push(piece)
      vi.advanceTimersByTime(40)
    }
    vi.useRealTimers()
    expect(read).toEqual([1, 2, 3])
  })

  it('passes the reason of the signal on', async () => {
    const wait = async function* (signal: AbortSignal | undefined) {
      await new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
      yield 1
    }
    const gone = AbortSignal.timeout(5)
    await expect(limitTime(wait, 10_000, gone)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      name: 'TimeoutError',
    })
  })
})
