import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../node/open-database.ts'
import { openFolder } from '../../node/open-folder.ts'
import { createTestDatabase, type TestDatabase } from '../../sql/postgres/test-database.fixture.ts'
import { askBackend, useFolder } from '../desk.fixture.ts'

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
    ['none.duckdb', 'not at all, but long enough', 'it is no DuckDB database'],
    ['data.sqlite', 'SQLite format 3\0 and so on', 'SQLite files cannot be read'],
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
