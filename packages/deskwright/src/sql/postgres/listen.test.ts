import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reload } from '../../define/live-update.ts'
import type { Database } from '../database.ts'
import { duckdb } from '../duckdb/duckdb.ts'
import { listen } from '../listen.ts'
import { sql } from '../tag.ts'
import { postgres } from './postgres.ts'
import { createTestDatabase, type TestDatabase } from './test-database.fixture.ts'

let home: TestDatabase
let db: Database
const application = 'deskwright listen test'
const url = () => `${home.url}?application_name=${encodeURIComponent(application)}`
const countConnections = async () =>
  (await db.values(sql`select count(*) from pg_stat_activity where application_name = ${application}`))[0]
/** The server forgets a connection a moment after it has ended. */
const untilConnections = async (count: number) => {
  while ((await countConnections()) !== count);
}

beforeAll(async () => {
  home = await createTestDatabase()
  db = postgres({ url: home.url })
})
afterAll(async () => {
  await db.close()
  await home.remove()
})

describe('notifications', () => {
  it('come from the channels that are listened to, over one connection', async () => {
    const heard = postgres({ url: url() })
    const stop = new AbortController()
    const read = (name: string) => listen(heard, name, stop.signal)[Symbol.asyncIterator]()
    const [prices, again, odd] = [read('prices'), read('prices'), read('Odd "name"')]
    for (const channel of [prices, again, odd]) expect(await channel.next()).toEqual({ done: false, value: reload })
    expect(await countConnections()).toBe(1)
    await home.run(`notify prices, '{"symbol":"AAA"}'; notify "Odd ""name""", 'x'; notify others, 'y'; notify prices`)
    for (const channel of [prices, again]) {
      expect(await channel.next()).toMatchObject({ value: '{"symbol":"AAA"}' })
      expect(await channel.next()).toMatchObject({ value: '' })
    }
    expect(await odd.next()).toMatchObject({ value: 'x' })
    await odd.return?.()
    expect(await countConnections()).toBe(1)
    stop.abort()
    expect(await prices.next()).toMatchObject({ done: true })
    await untilConnections(0)
    await heard.close()
  })

  it('fail when the connection is lost, and come again over a new one', async () => {
    const heard = postgres({ url: url() })
    const stop = new AbortController()
    const first = listen(heard, 'prices', stop.signal)[Symbol.asyncIterator]()
    expect(await first.next()).toMatchObject({ value: reload })
    const lost = first.next().catch((error: unknown) => error)
    await home.run(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${application}'`)
    expect(await lost).toMatchObject({ code: 'sql-unreachable' })
    const second = listen(heard, 'prices', stop.signal)[Symbol.asyncIterator]()
    expect(await second.next()).toMatchObject({ value: reload })
    await home.run(`notify prices, 'back'`)
    expect(await second.next()).toMatchObject({ value: 'back' })
    await heard.close()
    expect(await second.next()).toMatchObject({ done: true })
    await untilConnections(0)
  })

  it('need a server that lets us in, and one that has them', async () => {
    const wrong = postgres({ url: home.url, password: 'wrong' })
    const { signal } = new AbortController()
    await expect(listen(wrong, 'prices', signal)[Symbol.asyncIterator]().next()).rejects.toMatchObject({
      code: 'sql-connection-refused',
    })
    expect(() => listen(duckdb({}), 'prices', signal)).toThrow(/duckdb/i)
  })
})
