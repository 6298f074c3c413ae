import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DeskwrightError } from '../../errors/deskwright-error.ts'
import { sql } from '../tag.ts'
import { createDatabase } from '../database.ts'
import { createPostgresEngine } from './engine.ts'
import { postgres } from './postgres.ts'
import { createTestServer, type TestServer } from './server.fixture.ts'
import { createTestDatabase, type TestDatabase } from './test-database.fixture.ts'

let home: TestDatabase
let server: TestServer
beforeAll(async () => {
  home = await createTestDatabase()
  server = await createTestServer()
})
afterAll(async () => {
  await home.remove()
  await server.remove()
})

const one = sql`select 1 as x`
const failureOf = async (work: Promise<unknown>) =>
  (await work.then(
    () => undefined,
    (error: unknown) => error,
  )) as Error

describe('the pool', () => {
  it('serves more queries than it has connections, in the order of arrival', async () => {
    const db = postgres({ url: home.url, max: 1 })
    const ended: number[] = []
    const work = async (index: number) => {
      await db.query(one).rows()
      ended.push(index)
    }
    const all = Array.from({ length: 20 }, (_, index) => index)
    await Promise.all(all.map(work))
    expect(ended).toEqual(all)
    await db.close()
  })

  it('refuses at once when the line is full', async () => {
    const db = postgres({ url: home.url, max: 1, maxQueue: 2 })
    const all = await Promise.allSettled(Array.from({ length: 5 }, () => db.query(one).rows()))
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected'])
    await db.close()
  })

  it('opens no more connections than it may', async () => {
    const db = postgres({ url: home.url, max: 3 })
    const process = sql`select pg_backend_pid() as pid from pg_sleep(0.005)`
    const found = await Promise.all(Array.from({ length: 12 }, () => db.query<{ pid: number }>(process).rows()))
    expect(new Set(found.map(([row]) => row!.pid)).size).toBeLessThanOrEqual(3)
    await db.close()
  })

  it('refuses who has waited too long with 503', async () => {
    const db = postgres({ url: home.url, max: 1, queueTimeout: 30 })
    const leaving = new AbortController()
    const long = db.values(sql`select 1 from pg_sleep(60)`, leaving.signal)
    const refused = await failureOf(db.values(one))
    expect(refused).toMatchObject({ code: 'sql-busy', status: 503, retryAfter: 5 })
    expect(refused.message).toMatch(
      /^All 1 connections to .+ are in use\. At most 1000 queries wait for one, for at most 30 ms\.$/,
    )
    leaving.abort()
    await failureOf(long)
    expect(await db.values(one)).toEqual([1])
    await db.close()
  })

  it('opens again after it was closed', async () => {
    const db = postgres({ url: home.url })
    expect(await db.values(one)).toEqual([1])
    await db.close()
    expect(await db.values(one)).toEqual([1])
    await db.close()
  })
})

describe('a server', () => {
  it('that is down is named with its host and port, without the password, and found again when it is back', async () => {
    const db = postgres({ url: server.url })
    const down = await failureOf(db.values(one))
    expect(down).toMatchObject({ code: 'sql-unreachable', status: 503, retryAfter: 5 })
    expect(down.message).toContain(`127.0.0.1:${server.port}`)
    expect(JSON.stringify([down.message, down.stack, String(down.cause)])).not.toContain('correct')

    await server.start()
    expect(await db.values(one)).toEqual([1])

    const running = failureOf(db.values(sql`select 1 from pg_sleep(60)`))
    const active = sql`select count(*)::int from pg_stat_activity where query like '%pg_sleep(60)%' and pid <> pg_backend_pid()`
    while ((await db.values(active))[0] === 0) await db.values(one)
    await server.stop()
    expect(await running).toMatchObject({ code: 'sql-unreachable' })
    expect(await failureOf(db.values(one))).toMatchObject({ code: 'sql-unreachable' })

    await server.start()
    expect(await db.values(one)).toEqual([1])
    await db.close()
  })

  it('that was restarted while connections were idle disturbs no query', async () => {
    const db = postgres({ url: server.url, max: 3 })
    await Promise.all([1, 2, 3].map(() => db.values(sql`select 1 from pg_sleep(0.01)`)))
    await server.stop()
    await server.start()
    expect(await Promise.all([1, 2, 3, 4, 5].map(() => db.values(one)))).toEqual([[1], [1], [1], [1], [1]])
    await db.close()
  })

  it('that refuses the password is named, the password is not', async () => {
    const url = new URL(server.url)
    url.password = 'wrong-secret'
    const db = postgres({ url: url.href })
    const refused = await failureOf(db.values(one))
    expect(refused).toMatchObject({ code: 'sql-connection-refused', status: 500 })
    expect(refused.message).toContain('password authentication failed for user "postgres"')
    expect(JSON.stringify([refused.message, refused.stack, String(refused.cause)])).not.toContain('wrong-secret')
    await db.close()
  })

  it('that lacks the database says so', async () => {
    const db = postgres({ url: server.url, database: 'nowhere' })
    const refused = await failureOf(db.values(one))
    expect(refused.message).toBe(
      `The database at 127.0.0.1:${server.port} refuses user "postgres" on database "nowhere": database "nowhere" does not exist`,
    )
    await db.close()
  })

  it('may be given by parts, which win over those of the url', async () => {
    const { hostname, port, username } = new URL(server.url)
    const password = async () => 'correct horse'
    const parts = postgres({ host: hostname, port: Number(port), user: username, password, database: 'postgres' })
    expect(await parts.values(one)).toEqual([1])
    await parts.close()
    const mixed = postgres({ url: `postgres://someone@${hostname}:${port}/postgres`, user: username, password })
    expect(await mixed.values(one)).toEqual([1])
    await mixed.close()
  })

  it('that does not encrypt is refused when encryption is asked for', async () => {
    const db = postgres({ url: server.url, ssl: true })
    expect((await failureOf(db.values(one))).message).toContain('The server does not support SSL connections')
    await db.close()
  })

  it('has to have an address', async () => {
    const db = postgres({ url: 'postgres://user:p%ssword@host:port/x' })
    const invalid = await failureOf(db.values(one))
    expect(invalid).toMatchObject({ code: 'sql-address-invalid' })
    expect(invalid.cause).toBeUndefined()
    expect(invalid.message + (invalid as DeskwrightError).hint).not.toContain('ssword@host:port')
  })
})

describe('the driver', () => {
  it('says how to be installed', async () => {
    const connection = { connectionString: home.url }
    const load = () => Promise.reject(new TypeError("Cannot find package 'pg'\nat x"))
    const db = createDatabase(
      createPostgresEngine({ connection, max: 1, queueTimeout: 1, maxQueue: 1, settings: {}, load }),
    )
    await expect(db.values(one)).rejects.toMatchObject({
      code: 'sql-driver-missing',
      message: "postgres() needs the package pg, which could not be loaded: Cannot find package 'pg'",
      hint: 'Run: npm install pg',
    })
  })
})
