import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../database.ts'
import { createFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import { postgres } from './postgres.ts'
import { createTestDatabase, type TestDatabase } from './test-database.fixture.ts'

let home: TestDatabase
let db: Database
beforeAll(async () => {
  home = await createTestDatabase()
  await home.run(`create table prices (symbol varchar(12), day date, close numeric(10, 2), volume bigint);
    insert into prices select 'S' || n % 3, date '2024-01-01' + n, n + 0.5, n * 1000 from generate_series(0, 99) as n;
    create type mood as enum ('sad', 'happy');
    create table people (id uuid, mood mood);
    insert into people values ('0f8fad5b-d9cb-469f-a165-70867728950e', 'happy')`)
  db = postgres({ url: home.url, settings: home.settings })
})
afterAll(async () => {
  await db.close()
  await home.remove()
})

const raw = (text: string) => createFragment([text])

describe('queries', () => {
  it('give rows in their order, however many', async () => {
    const rows = await db.query<{ n: number }>(sql`select n from generate_series(1, 100000) as n order by -n`).rows()
    expect(rows).toHaveLength(100_000)
    expect(rows.every(({ n }, index) => n === 100_000 - index)).toBe(true)
  })

  it('take text as whatever it is compared with', async () => {
    const query = sql`select count(*) as n from people where id = ${'0f8fad5b-d9cb-469f-a165-70867728950e'}
      and mood = ${'happy'} and mood in ${['happy']} and id = any(${['0f8fad5b-d9cb-469f-a165-70867728950e']})`
    expect(await db.values(query)).toEqual([1])
  })

  it('may end with a comment or a semicolon, and say table or values', async () => {
    expect(await db.values(sql`select 1 -- one`)).toEqual([1])
    expect(await db.values(sql`values (1), (2);  `)).toEqual([1, 2])
    expect(await db.values(sql`with a as (select 1) table a`)).toEqual([1])
    expect(await db.values(sql`select count(*) from ${db.table('prices')}`)).toEqual([100])
    expect(await db.values(sql`select count(*) from ${db.table(home.schema, 'prices')}`)).toEqual([100])
  })

  it('tell their columns without running', async () => {
    expect(await db.columns(sql`select *, 1 / 0 as e, ${'x'} as f, array[1.5] as g from prices`)).toEqual([
      { name: 'symbol', type: 'character varying(12)' },
      { name: 'day', type: 'date' },
      { name: 'close', type: 'numeric(10,2)' },
      { name: 'volume', type: 'bigint' },
      { name: 'e', type: 'integer' },
      { name: 'f', type: 'text' },
      { name: 'g', type: 'numeric[]' },
    ])
  })

  it('show what a table has become', async () => {
    await home.run('create table changing as select 1 as a')
    const all = sql`select * from changing`
    expect(await db.query(all).rows()).toEqual([{ a: 1 }])
    await home.run('alter table changing add b bigint default 2')
    expect(await db.query(all).rows()).toEqual([{ a: 1, b: 2 }])
    await home.run('alter table changing drop a')
    expect(await db.query(all).rows()).toEqual([{ b: 2 }])
    await home.run('alter table changing alter b type text')
    expect(await db.query(all).rows()).toEqual([{ b: '2' }])
    await home.run('alter table changing rename b to c')
    expect(await db.query(all).rows()).toEqual([{ c: '2' }])
  })

  it('are in UTC unless the settings say otherwise', async () => {
    const zone = sql`select current_setting('TimeZone') as zone`
    expect(await db.values(zone)).toEqual(['UTC'])
    const zurich = postgres({ url: home.url, settings: { TimeZone: 'Europe/Zurich' } })
    expect(await zurich.values(zone)).toEqual(['Europe/Zurich'])
    await zurich.close()
  })

  it('fail beyond the row limit', async () => {
    const numbers = sql`select n from generate_series(1, 5) as n order by n`
    expect(await db.query(numbers, { maxRows: 5 }).rows()).toHaveLength(5)
    await expect(db.query(numbers, { maxRows: 4 }).rows()).rejects.toMatchObject({ code: 'sql-too-many-rows' })
  })
})

describe('what is refused', () => {
  it.each([
    ['insert into prices values (null) returning *', 'INSERT'],
    ['with x as (insert into prices values (null) returning *) select * from x', 'WITH'],
    ['with x as (select 1) delete from prices returning *', 'WITH'],
    ['show all', 'SHOW'],
    ['explain select 1', 'EXPLAIN'],
    ['begin', 'BEGIN'],
    ['select 1 as a into b', 'SELECT'],
    ['-- nothing', 'NOTHING'],
    ['copy prices to stdout', 'COPY'],
  ])('%s is not a query', async (text, got) => {
    await expect(db.query(raw(text)).rows()).rejects.toMatchObject({
      code: 'sql-not-a-query',
      message: expect.stringContaining(got),
    })
    await expect(db.columns(raw(text))).rejects.toMatchObject({ code: 'sql-not-a-query' })
  })

  it.each([
    ['select 1; drop table prices', 'cannot insert multiple commands into a prepared statement'],
    ['select 1) as q; drop table prices; --', 'syntax error at or near ")"'],
    ["select set_config('transaction_read_only', 'off', true)", 'read-write mode'],
    ["select nextval('ids')", 'cannot execute nextval() in a read-only transaction'],
    ['select * from prices for update', 'cannot execute SELECT FOR UPDATE in a read-only transaction'],
  ])('%s changes nothing', async (text, reason) => {
    await home.run('create sequence if not exists ids')
    await expect(db.query(raw(text)).rows()).rejects.toMatchObject({
      code: 'sql-failed',
      message: expect.stringContaining(reason),
    })
    expect(await db.values(sql`select count(*) from prices`)).toEqual([100])
  })

  it('two columns of one name', async () => {
    await expect(db.query(sql`select 1 as a, 2 as b, 3 as a`).rows()).rejects.toMatchObject({
      code: 'sql-columns-duplicate',
      message: expect.stringContaining('"a"'),
    })
  })

  it('a value that the type does not have', async () => {
    await expect(db.query(sql`select * from prices where day = ${'soon'}`).rows()).rejects.toMatchObject({
      code: 'sql-failed',
      message: expect.stringContaining('invalid input syntax for type date: "soon"'),
    })
    await expect(db.query(raw('select 1 \0')).rows()).rejects.toMatchObject({
      message: 'The query failed: the text contains a NUL character',
    })
    await expect(db.query(sql`select ${'a\0b'} as x`).rows()).rejects.toMatchObject({ code: 'sql-failed' })
    await expect(db.query(sql`select ${[1, 'a']} as x`).rows()).rejects.toMatchObject({ code: 'sql-value-unsupported' })
  })

  it('a setting that the server does not know', async () => {
    const odd = postgres({ url: home.url, settings: { 'work_mem ': 'x' } })
    await expect(odd.values(sql`select 1`)).rejects.toMatchObject({ code: 'sql-setting-refused' })
    await odd.close()
    const wrong = postgres({ url: home.url, settings: { work_mem: 'much' } })
    await expect(wrong.values(sql`select 1`)).rejects.toMatchObject({
      code: 'sql-setting-refused',
      message: expect.stringContaining('work_mem = "much"'),
    })
    await wrong.close()
  })
})

describe('the words of a failed query', () => {
  const wordsOf = async (text: string) => {
    const failed = await db
      .query(raw(text))
      .rows()
      .catch((error: unknown) => error)
    return (failed as Error).message
  }

  it('mark the place', async () => {
    expect(await wordsOf("select '😀' as a,\n  clos from prices")).toBe(
      [
        'The query failed: column "clos" does not exist. Perhaps you meant to reference the column "prices.close".',
        '',
        'LINE 2:   clos from prices',
        '          ^',
      ].join('\n'),
    )
    expect(await wordsOf("select '😀', nothing from prices")).toContain(
      ["LINE 1: select '😀', nothing from prices", '                    ^'].join('\n'),
    )
  })

  it('mark the place at the end, and in the middle of a long line', async () => {
    expect(await wordsOf('select 1 from')).toContain('LINE 1: select 1 from\n                     ^')
    const long = `select ${'1 + '.repeat(200)} nothing ${'+ 1'.repeat(200)}`
    const [line, mark] = (await wordsOf(long)).split('\n').slice(-2)
    expect(line!.slice(mark!.indexOf('^')).startsWith('nothing')).toBe(true)
    expect(line!.length).toBeLessThan(150)
  })

  it('tell what went wrong while it ran, and the next query is not disturbed', async () => {
    expect(await wordsOf('select 1 / (n - 50) as x from generate_series(1, 100) as n')).toBe(
      'The query failed: division by zero.',
    )
    expect(await db.values(sql`select 1`)).toEqual([1])
  })
})
