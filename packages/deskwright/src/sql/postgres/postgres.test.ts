import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../database.ts'
import { sql } from '../tag.ts'
import { postgres } from './postgres.ts'
import { createTestDatabase, type TestDatabase } from './test-database.fixture.ts'

let home: TestDatabase
let db: Database
beforeAll(async () => {
  home = await createTestDatabase()
  db = postgres({ url: home.url, settings: home.settings })
})
afterAll(async () => {
  await db.close()
  await home.remove()
})

describe('postgres', () => {
  it('answers', async () => {
    expect(await db.query(sql`select 1 as a, ${'x'} as b, ${2.5} as c, ${true} as d`).rows()).toEqual([
      { a: 1, b: 'x', c: 2.5, d: true },
    ])
  })
})
