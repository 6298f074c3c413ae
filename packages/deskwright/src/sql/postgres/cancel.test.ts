import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../database.ts'
import { sql } from '../tag.ts'
import { postgres } from './postgres.ts'
import { createTestDatabase, type TestDatabase } from './test-database.fixture.ts'

let home: TestDatabase
let db: Database
let other: Database
beforeAll(async () => {
  home = await createTestDatabase()
  db = postgres({ url: home.url, max: 2, settings: { application_name: home.schema } })
  other = postgres({ url: home.url })
})
afterAll(async () => {
  await db.close()
  await other.close()
  await home.remove()
})

const endless = sql`select pg_sleep(60)::text as x`
const many = sql`select generate_series(1, 1000000000) as x, repeat('x', 100) as y`
const processes = sql`select distinct pg_backend_pid() as pid from pg_sleep(0.01)`

/** Which queries of ours the server is running. */
const running = async () =>
  other.values(sql`select query from pg_stat_activity where application_name = ${home.schema} and state = 'active'`)

const untilRunning = async () => {
  while ((await running()).length === 0) await other.values(sql`select 1 from pg_sleep(0.005)`)
}

describe('cancelling a PostgreSQL query', () => {
  it('stops it on the server when the signal aborts, gives the reason, and keeps the connection', async () => {
    const [before] = await db.values(processes)
    const leaving = new AbortController()
    const rows = db.query(endless).rows(leaving.signal)
    await untilRunning()
    leaving.abort(new TypeError('the client is gone'))
    await expect(rows).rejects.toThrow(new TypeError('the client is gone'))
    expect(await running()).toEqual([])
    expect(await db.values(processes)).toEqual([before])
  })

  it('stops by a time limit, and says so', async () => {
    await expect(db.query(endless, { timeout: 50 }).rows()).rejects.toMatchObject({ code: 'sql-timed-out' })
    expect(await running()).toEqual([])
  })

  it('frees the place of every query that was stopped, also of those that wait in line', async () => {
    const leaving = new AbortController()
    const stopped = Array.from({ length: 10 }, () => db.values(endless, leaving.signal))
    await untilRunning()
    leaving.abort()
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
    let bytes = 0
    for await (const piece of db.query(many).json()) {
      expect(piece[0]).toBe((pieces === 0 ? '[' : ',').charCodeAt(0))
      bytes += piece.length
      if (++pieces === 3) break
    }
    expect(bytes).toBeLessThan(5_000_000)
    expect(await running()).toEqual([])
    expect(await db.values(sql`select 1`)).toEqual([1])
  })

  it('makes the server wait for a slow reader', async () => {
    const pieces = db.query(many).json()[Symbol.asyncIterator]()
    await pieces.next()
    const waiting = sql`select wait_event from pg_stat_activity where application_name = ${home.schema} and state = 'active'`
    while ((await other.values(waiting))[0] !== 'ClientWrite') await other.values(sql`select 1 from pg_sleep(0.005)`)
    await pieces.return?.()
    expect(await running()).toEqual([])
  })

  it('stops between pieces', async () => {
    const leaving = new AbortController()
    const reading = async () => {
      for await (const piece of db.query(many).json(leaving.signal)) if (piece.length > 0) leaving.abort()
    }
    await expect(reading()).rejects.toMatchObject({ name: 'AbortError' })
    expect(await running()).toEqual([])
  })

  it('never stops the next query on the connection', async () => {
    const one = postgres({ url: home.url, max: 1 })
    for (let round = 0; round < 50; round += 1) {
      const leaving = new AbortController()
      const brief = one.values(sql`select 1 from pg_sleep(0.001)`, leaving.signal).catch(() => undefined)
      setTimeout(() => leaving.abort(), round / 10)
      await brief
      expect(await one.values(sql`select 2 from pg_sleep(0.001)`)).toEqual([2])
    }
    await one.close()
  })
})
