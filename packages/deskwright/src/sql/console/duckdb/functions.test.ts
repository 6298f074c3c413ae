import { DuckDBInstance } from '@duckdb/node-api'
import { expect, it } from 'vitest'
import { allowedFunctions, allowedTableFunctions } from './functions.ts'

const instance = await DuckDBInstance.create(':memory:')
const connection = await instance.connect()
const names = async (types: string) => {
  const found = await connection.runAndReadAll(
    `select distinct lower(function_name) from duckdb_functions() where function_type in (${types})`,
  )
  return new Set(found.getRows().flat().map(String))
}

it('allows functions that DuckDB has', async () => {
  const known = await names(`'scalar', 'aggregate', 'macro'`)
  const rewritten = ['->', 'unnest', 'percent_rank', 'regexp_split_to_table'] // written for something else by DuckDB itself
  expect([...allowedFunctions].filter((name) => !known.has(name) && !rewritten.includes(name))).toEqual([])
  const tables = await names(`'table', 'table_macro'`)
  expect([...allowedTableFunctions].filter((name) => !tables.has(name))).toEqual([])
})

it.each([
  'getenv',
  'read_text',
  'query',
  'query_table',
  'current_setting',
  'sleep_ms',
  'pg_sleep',
  'write_log',
  'nextval',
])('leaves out %s', (name) => {
  expect(allowedFunctions).not.toContain(name)
  expect(allowedTableFunctions).not.toContain(name)
})
