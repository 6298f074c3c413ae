import { Buffer } from 'node:buffer'
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../database.ts'
import { sql } from '../tag.ts'
import { duckdb, type DuckdbOptions } from './duckdb.ts'

const data = fileURLToPath(new URL('../../../../../node_modules/vega-datasets/data', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'deskwright-sql-'))
const opened: Database[] = []

function open(options?: DuckdbOptions): Database {
  const database = duckdb(options)
  opened.push(database)
  return database
}

afterAll(async () => {
  for (const database of opened) await database.close()
  rmSync(folder, { recursive: true })
})

describe('duckdb with real data', () => {
  const db = open({
    views: {
      flights: join(data, 'flights-3m.parquet'),
      stocks: pathToFileURL(join(data, 'stocks.csv')),
      apple: sql`select * from stocks where symbol = ${'AAPL'}`,
    },
  })

  it('reads the options of a dropdown', async () => {
    expect(await db.values(sql`select distinct symbol from stocks order by 1`)).toEqual([
      'AAPL',
      'AMZN',
      'GOOG',
      'IBM',
      'MSFT',
    ])
  })

  it('binds values of every kind', async () => {
    const [row] = await db
      .query(
        sql`select ${'x'} as text, ${1} as whole, ${1.5} as number, ${2 ** 40} as long, ${1n << 100n} as huge, ${true} as flag,
          ${null} as nothing, ${new Date('2020-01-02T03:04:05.678Z')} as instant, ${Uint8Array.of(255)} as bytes,
          ${[1, 2.5, null]} as numbers, ${['a']} as texts, ${[1, 2n]} as wholes, typeof(${1}) as type, ${Number.NaN} as nan`,
      )
      .rows()
    expect(row).toEqual({
      text: 'x',
      whole: 1,
      number: 1.5,
      long: 2 ** 40,
      huge: String(1n << 100n),
      flag: true,
      nothing: null,
      instant: '2020-01-02T03:04:05.678',
      bytes: '/w==',
      numbers: [1, 2.5, null],
      texts: ['a'],
      wholes: [1, 2],
      type: 'INTEGER',
      nan: null,
    })
  })

  it('finds rows by text dates and by lists, empty ones too', async () => {
    const count = (where: ReturnType<typeof sql>) => db.values(sql`select count(*) from flights where ${where}`)
    const days = ['2001-01-01', '2001-01-02']
    expect(await count(sql`date::date in ${days}`)).toEqual(await count(sql`date < ${'2001-01-03'}`))
    expect(await count(sql`origin in ${[]}`)).toEqual([0])
    expect(await count(sql`origin not in (${[]})`)).toEqual([3_000_000])
    expect(await count(sql`list_contains(${['SEA', 'SFO']}, origin)`)).toEqual(
      await count(sql`origin in ${['SEA', 'SFO']}`),
    )
  })

  it('names the columns and their types', async () => {
    expect(
      await db.columns(sql`select origin, sum(delay)::decimal(18, 2) as "total delay" from flights group by 1;`),
    ).toEqual([
      { name: 'origin', type: 'VARCHAR' },
      { name: 'total delay', type: 'DECIMAL(18,2)' },
    ])
  })

  it('reads a view whose query reads another view and has values', async () => {
    expect(await db.values(sql`select distinct symbol from ${db.table('apple')}`)).toEqual(['AAPL'])
  })

  it('keeps the order of the query over many batches', async () => {
    const rows = await db
      .query<{ delay: number; distance: number }>(
        sql`select delay, distance from flights order by distance desc, delay limit 100000`,
      )
      .rows()
    expect(rows).toHaveLength(100_000)
    expect(rows.every((row, index) => index === 0 || isInOrder(rows[index - 1]!, row))).toBe(true)
  })

  it('keeps the order of a file', async () => {
    const rows = await db
      .query<{ n: number }>(sql`select row_number() over () as n, * from flights limit 300000`)
      .rows()
    expect(rows.every(({ n }, index) => n === index + 1)).toBe(true)
  })

  it('hands the rows over in pieces of one JSON array', async () => {
    const pieces: Uint8Array[] = []
    for await (const piece of db.query(sql`select * from flights limit 50000`).json()) pieces.push(piece)
    expect(pieces.length).toBeGreaterThan(10)
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(1024 * 1024)
    expect(JSON.parse(Buffer.concat(pieces).toString())).toHaveLength(50_000)
  })

  it('writes an empty array when there are no rows', async () => {
    expect(await db.query(sql`select * from stocks where false`).rows()).toEqual([])
  })

  it('answers many queries at a time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => db.values(sql`select count(*) + ${index} from stocks`)),
    )
    expect(answers).toEqual(Array.from({ length: 20 }, (_, index) => [560 + index]))
  })

  it('takes comments and semicolons at the end of a query', async () => {
    expect(await db.values(sql`select 1 ; -- one`).catch((error) => error.code)).toBe('sql-failed')
    expect(await db.values(sql`select 1 -- one`)).toEqual([1])
    expect(await db.values(sql`select 1;;`)).toEqual([1])
  })
})

describe('duckdb when a query is wrong', () => {
  const db = open({ views: { stocks: join(data, 'stocks.csv') } })
  const failure = (fragment: ReturnType<typeof sql>) =>
    db
      .query(fragment)
      .rows()
      .then(fail, (error: unknown) => error)

  it('says what DuckDB says, with the place', async () => {
    expect(await failure(sql`select nope from stocks where symbol = ${'x'}`)).toMatchObject({
      code: 'sql-failed',
      status: 500,
      message: expect.stringMatching(
        /"nope" not found[\s\S]*LINE 1: select nope from stocks where symbol = \$1\n {15}\^/,
      ),
    })
  })

  it('does not show its own wrapping when a value breaks a running query', async () => {
    const error = await failure(sql`select symbol::integer as x from stocks`)
    expect(error).toMatchObject({ code: 'sql-failed', message: expect.stringContaining('Could not convert string') })
    expect((error as Error).message).not.toMatch(/json|LINE/)
  })

  it('refuses two columns of one name', async () => {
    expect(await failure(sql`select symbol, price, symbol from stocks`)).toMatchObject({
      code: 'sql-columns-duplicate',
      message: expect.stringContaining('"symbol"'),
    })
  })

  it.each([
    sql`drop view stocks`,
    sql`create table x as select 1`,
    sql`set threads = 1`,
    sql`copy (select 1) to ${sql.identifier('x.csv')}`,
    sql`select 1; drop view stocks`,
    sql`select 1) as q(c0); drop view stocks; select * from (select 1`,
  ])('runs nothing but one query (%#)', async (fragment) => {
    expect(await failure(fragment)).toMatchObject({ code: expect.stringMatching(/sql-not-a-query|sql-failed/) })
    expect(await db.values(sql`select count(*) from stocks`)).toEqual([560])
  })

  it.each(["'; drop view stocks; --", '" or 1=1', '\\', "x' union select 1", '$1', '\0'])(
    'treats %j as a value like any other',
    async (value) => {
      expect(await db.values(sql`select count(*) from stocks where symbol = ${value}`)).toEqual([0])
      expect(await db.values(sql`select ${value}`)).toEqual([value])
    },
  )

  it('fetches nothing from the network', async () => {
    expect(await failure(sql`select * from 'https://example.com/x.parquet'`)).toMatchObject({
      message: expect.stringContaining('httpfs'),
    })
  })
})

describe('duckdb with a view that cannot be read', () => {
  it('names the view and the path, leaves the others alone, and reads it once it is there', async () => {
    const file = join(folder, 'late.csv')
    const db = open({ views: { late: file, later: sql`select * from late`, stocks: join(data, 'stocks.csv') } })
    expect(await db.values(sql`select count(*) from stocks`)).toEqual([560])
    await expect(db.query(sql`select * from late`).rows()).rejects.toMatchObject({
      code: 'sql-view-unreadable',
      message: expect.stringMatching(/View "late" cannot be read from ".*late\.csv": IO Error: No files found/),
      hint: expect.stringContaining('path'),
    })
    writeFileSync(file, 'a,b\n1,2\n')
    expect(await db.query(sql`select * from late`).rows()).toEqual([{ a: 1, b: 2 }])
    expect(await db.query(sql`select * from later`).rows()).toEqual([{ a: 1, b: 2 }])
  })

  it('makes a view anew when its file has other columns', async () => {
    const file = join(folder, 'growing.csv')
    writeFileSync(file, 'a\n1\n')
    const db = open({ views: { growing: file } })
    const query = db.query(sql`select * from growing`)
    expect(await query.rows()).toEqual([{ a: 1 }])
    writeFileSync(`${file}.new`, 'a,b\nx,2.5\n')
    renameSync(`${file}.new`, file)
    expect(await query.rows()).toEqual([{ a: 'x', b: 2.5 }])
    expect(await db.values(sql`select b from growing where a = ${'x'}`)).toEqual([2.5])
  })

  it('says what is missing of a view that reads another', async () => {
    const db = open({ views: { later: sql`select * from earlier`, earlier: 'nowhere/*.csv' } })
    await expect(db.query(sql`select * from later`).rows()).rejects.toMatchObject({
      code: 'sql-view-unreadable',
      message: expect.stringMatching(/View "later" cannot be read from its query: .*earlier/),
    })
  })

  it('does not blame a broken view for another failure', async () => {
    const db = open({ views: { late: 'nowhere/*.csv', stocks: join(data, 'stocks.csv') } })
    await expect(db.query(sql`select late from stocks`).rows()).rejects.toMatchObject({ code: 'sql-failed' })
  })

  it('refuses a file whose format it cannot tell', () => {
    expect(() => duckdb({ views: { prices: 'data/prices.xlsx' } })).toThrow(
      expect.objectContaining({
        code: 'sql-view-format',
        message: expect.stringContaining('View "prices" reads "data/prices.xlsx"'),
      }),
    )
  })

  it('describes a query anew when its file has changed its columns', async () => {
    const file = join(folder, 'changing.csv')
    writeFileSync(file, 'a\n1\n')
    const db = open()
    const query = db.query(sql`select * from read_csv(${file})`)
    expect(await query.rows()).toEqual([{ a: 1 }])
    writeFileSync(`${file}.new`, 'a,b\nx,y\n')
    renameSync(`${file}.new`, file)
    expect(await query.rows()).toEqual([{ a: 'x', b: 'y' }])
  })
})

describe('duckdb with files of each format', () => {
  const file = (name: string) => join(folder, name)

  beforeAll(() => {
    writeFileSync(file('a.csv'), 'x,y\n1,one\n')
    writeFileSync(file('b.csv'), 'x,y\n2,two\n')
    writeFileSync(file('t.tsv'), 'x\ty\n1\ta b\n')
    writeFileSync(file('a.json'), '[{"x":1,"y":{"z":[1,2]}}]')
    writeFileSync(file('a.ndjson'), '{"x":1}\n{"x":2}\n')
    writeFileSync(file("o'brien.csv"), 'x\n1\n')
  })

  it.each([
    [
      '[ab].csv',
      [
        { x: 1, y: 'one' },
        { x: 2, y: 'two' },
      ],
    ],
    ['t.tsv', [{ x: 1, y: 'a b' }]],
    ['a.json', [{ x: 1, y: { z: [1, 2] } }]],
    ['a.ndjson', [{ x: 1 }, { x: 2 }]],
    ["o'brien.csv", [{ x: 1 }]],
  ])('reads %s', async (name, expected) => {
    const db = open({ views: { 'a view': file(name) } })
    expect(await db.query(sql`select * from ${db.table('a view')} order by all`).rows()).toEqual(expected)
  })
})

describe('duckdb with a database file', () => {
  const file = join(folder, 'desk.duckdb')

  beforeAll(async () => {
    const instance = await DuckDBInstance.create(file)
    const connection = await instance.connect()
    await connection.run(
      'create table trades as select 7 as id; create schema old; create table old.trades as select 8 as id',
    )
    connection.closeSync()
    instance.closeSync()
  })

  it('reads its tables beside the views, without holding it from others', async () => {
    const options = { file, views: { doubled: sql`select id * 2 as id from trades` } }
    const [first, second] = [open(options), open({ ...options, file: pathToFileURL(file) })]
    expect(await first.values(sql`select id from trades`)).toEqual([7])
    expect(await second.values(sql`select id from doubled`)).toEqual([14])
    expect(await second.values(sql`select id from ${second.table('file', 'old', 'trades')}`)).toEqual([8])
  })

  it('says that a file is missing, and opens it once it is there', async () => {
    const db = open({ file: join(folder, 'missing.duckdb') })
    await expect(db.values(sql`select 1`)).rejects.toMatchObject({
      code: 'sql-file-unreadable',
      message: expect.stringContaining('missing.duckdb'),
    })
    const instance = await DuckDBInstance.create(join(folder, 'missing.duckdb'))
    instance.closeSync()
    expect(await db.values(sql`select 1`)).toEqual([1])
  })

  it('opens again after it was closed', async () => {
    const db = open({ file })
    expect(await db.values(sql`select id from trades`)).toEqual([7])
    await db.close()
    expect(await db.values(sql`select id from trades`)).toEqual([7])
  })
})

describe('duckdb settings', () => {
  it('works in UTC unless told otherwise', async () => {
    const zone = sql`select current_setting('TimeZone')`
    expect(await open().values(zone)).toEqual(['UTC'])
    expect(await open({ settings: { TimeZone: 'Asia/Tokyo', threads: '1' } }).values(zone)).toEqual(['Asia/Tokyo'])
  })

  it('names a setting that is refused', async () => {
    await expect(open({ settings: { tempo: 'high' } }).values(sql`select 1`)).rejects.toMatchObject({
      code: 'sql-setting-refused',
      message: expect.stringContaining('tempo = "high"'),
    })
  })
})

interface Flight {
  readonly delay: number
  readonly distance: number
}

function isInOrder(before: Flight, after: Flight): boolean {
  return before.distance > after.distance || (before.distance === after.distance && before.delay <= after.delay)
}

function fail(value: unknown): never {
  return expect.fail(`it answered ${JSON.stringify(value)}`)
}
