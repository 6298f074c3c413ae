import { describe, expect, it, onTestFinished } from 'vitest'
import { sql } from '../tag.ts'
import { duckdb } from './duckdb.ts'

const endless = sql`select sum(a.range * b.range) as x from range(100000000) a, range(100000000) b`
const many = sql`select range as x, repeat('x', 100) as y from range(100000000)`

describe('the queue of a DuckDB', () => {
  it('refuses a query that finds it full, and says when to come again', async () => {
    const db = duckdb({ maxConcurrent: 1, maxQueue: 1 })
    onTestFinished(() => db.close())
    await db.values(sql`select 1`)
    const leaving = new AbortController()
    const queries = [1, 2, 3].map(() => db.values(endless, leaving.signal))
    const refused = { code: 'sql-queue-full', status: 503, retryAfter: 5 }
    await expect(Promise.race(queries)).rejects.toMatchObject(refused)
    leaving.abort()
    await Promise.allSettled(queries)
    expect(await db.values(sql`select 1`)).toEqual([1])
  })

  it('lets short queries pass by a long result', async () => {
    const db = duckdb({ maxConcurrent: 1 })
    onTestFinished(() => db.close())
    await db.values(sql`select 1`)
    const leaving = new AbortController()
    let pieces = 0
    const exported = (async () => {
      for await (const piece of db.query(many).json(leaving.signal)) pieces += piece.length > 0 ? 1 : 0
    })()
    for (let query = 0; query < 20; query += 1) expect(await db.values(sql`select ${query}::integer`)).toEqual([query])
    leaving.abort()
    await expect(exported).rejects.toMatchObject({ name: 'AbortError' })
    expect(pieces).toBeGreaterThan(0)
  })

  it('lets a result that has begun go on when the queue is full', async () => {
    const db = duckdb({ maxConcurrent: 1, maxQueue: 1 })
    onTestFinished(() => db.close())
    const pieces = db.query(many).json()[Symbol.asyncIterator]()
    await pieces.next()
    const leaving = new AbortController()
    const running = db.values(endless, leaving.signal)
    const waiting = db.values(endless, leaving.signal)
    const next = pieces.next()
    setImmediate(() => leaving.abort())
    await Promise.allSettled([running, waiting])
    expect((await next).done).toBe(false)
    await pieces.return?.()
  })
})
