import { afterAll, describe, expect, it } from 'vitest'
import { sql } from '../tag.ts'
import { duckdb } from './duckdb.ts'

const db = duckdb()
afterAll(() => db.close())

const endless = sql`select sum(a.range * b.range) as x from range(100000000) a, range(100000000) b`
const many = sql`select range as x, repeat('x', 100) as y from range(1000000000)`

describe('cancelling a DuckDB query', () => {
  it('stops a running query when the signal aborts, and gives the reason', async () => {
    const leaving = new AbortController()
    const rows = db.query(endless).rows(leaving.signal)
    setImmediate(() => leaving.abort(new TypeError('the client is gone')))
    await expect(rows).rejects.toThrow(new TypeError('the client is gone'))
  })

  it('stops by a time limit', async () => {
    await expect(db.query(endless).rows(AbortSignal.timeout(50))).rejects.toMatchObject({ name: 'TimeoutError' })
  })

  it('frees the place of every query that was stopped', async () => {
    const leaving = new AbortController()
    const stopped = Array.from({ length: 10 }, () => db.values(endless, leaving.signal))
    setImmediate(() => leaving.abort())
    for (const query of await Promise.allSettled(stopped)) {
      expect(query).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } })
    }
    expect(await db.values(sql`select 1`)).toEqual([1])
  })

  it('does not start with a signal that has aborted', async () => {
    await expect(db.values(sql`select 1`, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('reads on only when asked, and stops when the reader leaves', async () => {
    let pieces = 0
    for await (const piece of db.query(many).json()) {
      expect(piece[0]).toBe((pieces === 0 ? '[' : ',').charCodeAt(0))
      if (++pieces === 3) break
    }
    expect(await db.values(sql`select 1`)).toEqual([1])
  })

  it('stops between pieces', async () => {
    const leaving = new AbortController()
    const reading = async () => {
      for await (const piece of db.query(many).json(leaving.signal)) if (piece.length > 0) leaving.abort()
    }
    await expect(reading()).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('closes while queries run and results are half read, and opens again', async () => {
    const closing = duckdb()
    const running = Promise.allSettled([closing.query(endless).rows()])
    const pieces = closing.query(many).json()[Symbol.asyncIterator]()
    await pieces.next()
    await closing.close()
    expect((await running)[0]).toMatchObject({ reason: { message: 'The query failed: the database was closed' } })
    await expect(
      (async () => {
        while (!(await pieces.next()).done);
      })(),
    ).rejects.toThrow('the database was closed')
    expect(await closing.values(sql`select 1`)).toEqual([1])
    await closing.close()
  })
})
