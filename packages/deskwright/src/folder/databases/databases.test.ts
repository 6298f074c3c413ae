import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import sqlite from 'node-sqlite3-wasm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../node/open-database.ts'
import { openFolder } from '../../node/open-folder.ts'
import { createTestDatabase, type TestDatabase } from '../../sql/postgres/test-database.fixture.ts'
import { askBackend, useFolder } from '../desk.fixture.ts'

const { Database } = sqlite
const folder = useFolder()

async function writeDatabase(name: string, ...statements: string[]) {
  const path = join(folder.path(), name)
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  for (const statement of statements) await connection.run(statement)
  connection.closeSync()
  instance.closeSync()
  return path
}

const statements = [
  "create table trades as select i as id, 'S' || i % 3 as symbol, i / 2 as price from range(20000) t(i)",
  'create view latest as select * from trades where id > 19997 order by id',
  'create schema ref',
  `create table ref.symbols as select 'S1' as symbol, date '2026-01-02' as listed, {'city': 'Bern'} as "home.place"`,
]

describe('a DuckDB file', () => {
  it('in a folder becomes a widget for each table', async () => {
    await writeDatabase('warehouse.duckdb', ...statements)
    const desk = await folder.serve({ 'a.csv': 'x,y\n1,2\n' })
    expect(desk.findings()).toEqual([])
    expect(desk.widget('warehouse_trades')).toMatchObject({ type: 'ssrm_table', name: 'Warehouse: Trades' })
    expect(await desk.post('warehouse_trades', { startRow: 19_999, endRow: 20_500 })).toMatchObject({
      rowData: [{ id: 19_999, symbol: 'S1', price: 9999.5 }],
      rowCount: 20_000,
    })
    expect(await desk.get('warehouse_latest')).toMatchObject([{ id: 19_998 }, { id: 19_999 }])
    expect(await desk.get('warehouse_ref_symbols')).toEqual([
      { symbol: 'S1', listed: '2026-01-02', home_place: '{"city":"Bern"}' },
    ])
    expect(await desk.get('a')).toEqual([{ x: 1, y: 2 }])
  })

  it('alone is a backend', async () => {
    const path = await writeDatabase('warehouse.db', ...statements)
    const desk = askBackend(await (await openFolder(path)).load())
    expect(desk.backend.name).toBe('Warehouse')
    expect(desk.widget('warehouse_trades')).toMatchObject({ name: 'Trades' })
  })

  it.each([
    ['none.duckdb', 'not at all, but long enough', 'it is neither a DuckDB nor a SQLite database'],
    ['data.sqlite', 'SQLite format 3\0 and so on', 'SQLite says: '],
  ])('%s says what it is', async (path, content, message) => {
    const desk = await folder.serve({ [path]: content })
    expect(desk.findings()).toEqual([expect.stringContaining(message)])
  })
})

describe('a PostgreSQL database', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
    await database.run(`create table small (id int, at timestamptz, tags text[], doc jsonb, ratio double precision)`)
    await database.run(`insert into small values (1, '2026-01-02T03:04:05Z', '{a,b}', '{"x":1}', 'NaN')`)
    await database.run(
      `create table large as select i as id, 'S' || i % 3 as symbol from generate_series(1, 20000) as t(i)`,
    )
  })
  afterAll(() => database.remove())

  it('becomes a table for each of its tables', async () => {
    const desk = askBackend(await openDatabase(database.url).load())
    const [small, large] = ['small', 'large'].map((name) => `${database.schema}_${name}`) as [string, string]
    expect(desk.columns(small)).toMatchObject({
      id: { headerName: 'ID', formatterFn: 'none' },
      at: { chartDataType: 'time' },
      doc: { cellDataType: 'text' },
    })
    expect(await desk.get(small)).toMatchObject([{ id: 1, at: '2026-01-02T03:04:05Z', doc: '{"x": 1}', ratio: null }])
    expect(desk.widget(large)).toMatchObject({ type: 'ssrm_table' })
    const sortModel = [{ colId: 'id', sort: 'desc' }]
    expect(await desk.post(large, { startRow: 0, endRow: 1, sortModel })).toMatchObject({
      rowData: [{ id: 20_000 }],
      rowCount: 20_000,
    })
  })
})

describe('a SQLite file', () => {
  async function writeSqlite(name: string, text: string) {
    const database = new Database(join(folder.path(), name))
    database.exec(text)
    database.close()
  }

  it('becomes a widget for each table', async () => {
    await writeSqlite(
      'book.sqlite',
      `create table trades (id integer primary key, day date, price real, "odd ""name""" text, raw blob);
       insert into trades values (1, '2026-01-02', 1.5, 'Zürich', x'00ff'), (2, null, null, 'b', null);
       create view counts as select count(*) as n from trades;
       create table vacant (a, b);`,
    )
    const desk = await folder.serve({ 'sum.sql': 'select sum(price) as total from book_trades' })
    expect(desk.findings()).toEqual([])
    expect(await desk.get('book_trades')).toEqual([
      { id: 1, day: '2026-01-02', price: 1.5, 'odd "name"': 'Zürich', raw: '2 bytes' },
      { id: 2, day: null, price: null, 'odd "name"': 'b', raw: null },
    ])
    expect(desk.columns('book_trades')).toMatchObject({ day: { chartDataType: 'time' } })
    expect(await desk.get('book_counts')).toEqual([{ n: 2 }])
    expect(await desk.get('book_vacant')).toEqual([])
    expect(await desk.get('sum')).toEqual([{ total: 1.5 }])
  })

  it('follows its changes', async () => {
    await writeSqlite('book.db', 'create table a (x); insert into a values (1)')
    const opened = await folder.open()
    expect(await askBackend(await opened.load()).get('book_a')).toEqual([{ x: 1 }])
    await writeSqlite('book.db', 'insert into a values (2), (9007199254740993)')
    expect(await askBackend(await opened.load()).get('book_a')).toHaveLength(3)
  })
})
