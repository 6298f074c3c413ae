import { describe, expect, it } from 'vitest'
import { isRowSet } from '../define/row-set.ts'
import { createDatabase } from './database.ts'
import { duckdbDialect } from './duckdb/dialect.ts'
import type { Engine } from './engine.ts'
import type { Statement } from './statement.ts'
import { sql } from './tag.ts'

function createFakeEngine(pieces: readonly string[]) {
  const seen: Statement[] = []
  const engine: Engine = {
    dialect: duckdbDialect,
    columns: async () => [{ name: 'é', type: 'VARCHAR' }],
    async *json(statement) {
      seen.push(statement)
      const bytes = new TextEncoder().encode(pieces.join(''))
      for (const byte of bytes) yield Uint8Array.of(byte)
    },
    close: async () => {},
  }
  return { engine, seen }
}

describe('createDatabase', () => {
  it('runs a query only when its rows are wanted', async () => {
    const { engine, seen } = createFakeEngine(['[{"é":', '"ü"}]'])
    const rows = createDatabase(engine).query(sql`select ${1}`)
    expect(isRowSet(rows)).toBe(true)
    expect(seen).toEqual([])
    expect(await rows.rows()).toEqual([{ é: 'ü' }])
    expect(seen).toEqual([{ text: 'select $1', values: [1] }])
  })

  it('reads the first column as values, whatever the order of the keys, without NULL', async () => {
    const { engine } = createFakeEngine(['[{"1":0,"é":"a"},{"1":0,"é":null},{"1":0,"é":2}]'])
    expect(await createDatabase(engine).values(sql`select`)).toEqual(['a', 2])
  })

  it('names a table so that it can stand in SQL and be traced to its database', () => {
    const database = createDatabase(createFakeEngine([]).engine)
    const trades = database.table('main', 'trades')
    expect(trades.database).toBe(database)
    expect(trades.path).toEqual(['main', 'trades'])
    expect(sql`from ${trades}`.parts).toEqual(sql`from ${sql.identifier('main', 'trades')}`.parts)
  })

  it('refuses plain text', () => {
    const database = createDatabase(createFakeEngine([]).engine)
    expect(() => database.query('select 1' as never)).toThrow(
      expect.objectContaining({ code: 'sql-fragment-expected' }),
    )
  })
})
