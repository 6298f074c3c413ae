import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toViews } from '../../duckdb/view-source.ts'
import { sql } from '../../tag.ts'
import { openLockedInstance, type LockedInstance } from './locked-instance.ts'

const folder = await mkdtemp(join(tmpdir(), 'deskwright-locked-'))
const limits = { rows: 10, milliseconds: 1000, megabytes: 200 }
const views = toViews({
  stocks: `${folder}/stocks.csv`,
  days: `${folder}/days-*.csv`,
  joined: sql`select * from stocks union all select * from ${sql.identifier(`${folder}/more.csv`)}`,
  listed: sql`select * from read_csv([${`${folder}/stocks.csv`}, ${`${folder}/more.csv`}])`,
  computed: sql`select * from read_csv(${`${folder}/com`} || 'puted.csv')`,
  missing: `${folder}/missing.csv`,
  secrets: `${folder}/secrets.csv`,
})
const tables = ['stocks', 'days', 'joined', 'listed', 'computed', 'missing', 'unknown'].map((name) => [name] as const)

let instance: LockedInstance
let connection: DuckDBConnection

beforeAll(async () => {
  const names = ['stocks', 'days-1', 'days-2', 'more', 'computed', 'secrets']
  await Promise.all(names.map((name) => writeFile(`${folder}/${name}.csv`, `a\n${name}\n`)))
  instance = await openLockedInstance(
    { file: undefined, settings: { TimeZone: 'Asia/Tokyo' }, views },
    { tables, limits },
  )
  connection = await instance.connect()
})
afterAll(async () => {
  connection.closeSync()
  instance.close()
  await rm(folder, { recursive: true })
})

const read = async (query: string) => (await connection.runAndReadAll(query)).getRows().flat()

describe('a locked instance', () => {
  it.each([
    ['a file', 'stocks', ['stocks']],
    ['a pattern', 'days', ['days-1', 'days-2']],
    ['a query over a view and a file', 'joined', ['more', 'stocks']],
    ['a list of files', 'listed', ['more', 'stocks']],
  ])('reads the files of a view of %s', async (_what, name, rows) => {
    expect(await read(`select a from ${name} order by 1`)).toEqual(rows)
  })

  it('knows the columns of its tables; those that cannot be read have none', () => {
    const columns = [{ name: 'a', type: 'VARCHAR' }]
    expect(instance.tables).toEqual([
      { name: 'stocks', columns },
      { name: 'days', columns },
      { name: 'joined', columns },
      { name: 'listed', columns },
      { name: 'computed', columns: [] },
      { name: 'missing', columns: [] },
      { name: 'unknown', columns: [] },
    ])
  })

  it('keeps the settings of the author', async () => {
    expect(await read(`select current_setting('TimeZone')`)).toEqual(['Asia/Tokyo'])
  })

  // Nothing of this passes the check of queries; here nobody checks.
  it.each([
    [`from read_text('/etc/hostname')`, 'Permission Error'],
    [`from read_csv('${folder}/secrets.csv')`, 'Permission Error'],
    [`from '${folder}/secrets.csv'`, 'Error'],
    [`from glob('/etc/*')`, 'Permission Error'],
    [`from memory.main.secrets`, 'Permission Error'],
    [`from secrets`, 'does not exist'],
    [`copy (select 1) to '/tmp/deskwright-written.csv'`, 'Permission Error'],
    [`copy (select 1) to '${folder}/written.csv'`, 'Permission Error'],
    [`attach '/tmp/deskwright-written.duckdb' as w`, 'Permission Error'],
    [`export database '/tmp/deskwright-written'`, 'Permission Error'],
    [`install httpfs`, 'Error'],
    [`load httpfs`, 'Permission Error'],
    [`load '${folder}/x.duckdb_extension'`, 'Permission Error'],
    [`set threads = 8`, 'locked'],
    [`set global memory_limit = '100GB'`, 'locked'],
    [`set global temp_directory = '/tmp'`, 'Error'],
    [`set global enable_external_access = true`, 'Error'],
    [`set global allowed_paths = ['/etc/hostname']`, 'Error'],
    [`set global lock_configuration = false`, 'locked'],
    [`select list(range) from range(1000000000000::bigint)`, 'Out of Memory'],
  ])('refuses %s also unchecked', async (query, reason) => {
    await expect(connection.run(query)).rejects.toThrow(reason)
  })
})
