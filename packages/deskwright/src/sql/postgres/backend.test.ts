import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defineBackend, table } from '../../index.ts'
import { bothWays } from '../../http/both-ways.fixture.ts'
import type { Database } from '../database.ts'
import { sql } from '../tag.ts'
import { postgres } from './postgres.ts'
import { createTestDatabase, type TestDatabase } from './test-database.fixture.ts'

let home: TestDatabase
let db: Database
let away: Database
beforeAll(async () => {
  home = await createTestDatabase()
  db = postgres({ url: home.url, max: 2, queueTimeout: 50, settings: { application_name: home.schema } })
  away = postgres({ host: '127.0.0.1', port: 1, user: 'reader', password: 'secret words' })
})
afterAll(async () => {
  await db.close()
  await away.close()
  await home.remove()
})

const describedAs = { description: 'For a test' }
const backend = defineBackend({
  name: 'Desk',
  widgets: {
    rows: table({ name: 'Rows', ...describedAs, load: () => db.query(sql`select 1::int8 as a, 'é' as b`) }),
    slow: table({ name: 'Slow', ...describedAs, load: () => db.query(sql`select pg_sleep(60)::text as x`) }),
    limited: table({
      name: 'Limited',
      ...describedAs,
      load: () => db.query(sql`select pg_sleep(60)::text as x`, { timeout: 20 }),
    }),
    away: table({ name: 'Away', ...describedAs, load: () => away.query(sql`select 1`) }),
  },
  log: () => {},
})

const at = (id: 'rows' | 'slow' | 'limited' | 'away') => `/${backend.manifest.widgets[id]!.endpoint}`

const running = async () => {
  const other = postgres({ url: home.url, max: 1 })
  const query = sql`select count(*)::int from pg_stat_activity where application_name = ${home.schema} and state = 'active'`
  const [count] = await other.values(query)
  await other.close()
  return Number(count)
}
const untilRunning = async (count: number) => {
  while ((await running()) !== count) await home.run('select pg_sleep(0.005)')
}

describe.each(bothWays)('a backend on PostgreSQL by $way', ({ connect }) => {
  it('answers with the rows as the server wrote them', async () => {
    const send = await connect(backend.fetch)
    expect(await (await send(at('rows'))).text()).toBe('[{"a":1,"b":"é"}]')
  })

  it('stops the query when the client goes away', async () => {
    const send = await connect(backend.fetch)
    const leaving = new AbortController()
    const answer = Promise.resolve(send(at('slow'), { signal: leaving.signal })).catch(() => undefined)
    await untilRunning(1)
    leaving.abort()
    await answer
    await untilRunning(0)
    expect((await send(at('rows'))).status).toBe(200)
  })

  it('answers 504 when the query takes too long', async () => {
    const send = await connect(backend.fetch)
    expect((await send(at('limited'))).status).toBe(504)
  })

  it('answers 503 and when to try again when the server is away, without saying where it is', async () => {
    const send = await connect(backend.fetch)
    const answer = await send(at('away'))
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5'])
    const { detail } = (await answer.json()) as { detail: string }
    expect(detail).toContain('widget "away" cannot answer now: The database cannot be reached.')
    expect(detail).not.toMatch(/secret|127\.0\.0\.1|reader/)
  })

  it('answers 503 when all connections are in use for too long', async () => {
    const send = await connect(backend.fetch)
    const leaving = new AbortController()
    const both = [1, 2].map(() => db.values(sql`select 1 from pg_sleep(60)`, leaving.signal).catch(() => undefined))
    await untilRunning(2)
    const answer = await send(at('rows'))
    expect([answer.status, answer.headers.get('Retry-After')]).toEqual([503, '5'])
    leaving.abort()
    await Promise.all(both)
  })
})
