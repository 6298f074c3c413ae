import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toSsrmRequest } from '../../define/ssrm-request.ts'
import type { Database } from '../database.ts'
import { createGridReader } from '../ssrm/grid-reader.ts'
import { answerInMemory, type ModelTable } from '../ssrm/model.fixture.ts'
import { requestsOf, tables, toDuckdbLiteral } from '../ssrm/random.fixture.ts'
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

const types: Readonly<Record<string, string>> = {
  TINYINT: 'smallint',
  UBIGINT: 'numeric(20,0)',
  HUGEINT: 'numeric(39,0)',
  'DECIMAL(9,2)': 'numeric(9,2)',
  DOUBLE: 'double precision',
  FLOAT: 'real',
}
const toType = (type: string) => types[type] ?? type
const quote = (name: string) => `"${name.replaceAll('"', '""')}"`

/** Makes a table whose rows are numbered, as most tables of a server are. */
async function fill({ columns, rows }: ModelTable): Promise<void> {
  const defined = columns.map(({ name, type }) => `${quote(name)} ${toType(type)}`)
  await home.run(`drop table if exists t; create table t (id integer primary key, ${defined.join(', ')})`)
  if (rows.length === 0) return
  const cells = rows.map((row, index) => [
    index,
    ...columns.map((column) => toDuckdbLiteral(row[column.name]!, { ...column, type: toType(column.type) })),
  ])
  await home.run(`insert into t values ${cells.map((row) => `(${row.join(', ')})`).join(', ')}`)
}

async function readAnswer(pieces: AsyncIterable<Uint8Array>): Promise<unknown> {
  const parts: Uint8Array[] = []
  for await (const piece of pieces) parts.push(piece)
  return JSON.parse(Buffer.concat(parts).toString())
}

function withId({ columns, rows }: ModelTable): ModelTable {
  return {
    columns: [{ name: 'id', type: 'INTEGER', kind: 'number', scale: 0 }, ...columns],
    rows: rows.map((row, index) => ({ id: BigInt(index), ...row })),
  }
}

describe('a server-side table on PostgreSQL', () => {
  it('answers random requests over random tables as the model does', { timeout: 300_000 }, async () => {
    const cases = tables.chain((table) =>
      fc.tuple(fc.constant(table), fc.array(requestsOf(table), { minLength: 1, maxLength: 6 })),
    )
    await fc.assert(
      fc.asyncProperty(cases, async ([table, bodies]) => {
        await fill(table)
        const reader = createGridReader(db)
        for (const body of bodies) {
          const request = await toSsrmRequest(body)
          const expected = JSON.parse(JSON.stringify(answerInMemory(withId(table), request))) as unknown
          expect(await readAnswer(reader.answer(db.table('t'), request).json())).toEqual(expected)
        }
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    )
  })

  it('sorts, groups and sums up columns of every type, also of a table without a key', async () => {
    await home.run(`create type mood as enum ('sad', 'happy'); create type pair as (a int, b text);
      create table every as select n % 2 = 0 as a_boolean, n::int2 as a_smallint, n::int8 as a_bigint, n / 4.0 as a_numeric,
        n::numeric(9, 2) as a_decimal, n::float4 as a_real, n::float8 as a_double, n::text as a_text, n::varchar(9) as a_varchar,
        n::char(3) as a_char, n::text::name as a_name, date '2024-01-01' + n as a_date, timestamp '2024-01-01' + n * interval '1 hour' as a_timestamp,
        (timestamp '2024-01-01' + n * interval '1 hour') at time zone 'UTC' as a_timestamptz, time '00:00' + n * interval '1 minute' as a_time,
        n * interval '1 day' as an_interval, md5(n::text)::uuid as a_uuid, n::text::bytea as a_bytea, json_build_object('n', n) as a_json,
        jsonb_build_object('n', n) as a_jsonb, array[n, null] as an_array, row(n, 'x')::pair as a_pair, 'happy'::mood as a_mood,
        int4range(n, n + 1) as a_range, n::money as a_money, '10.0.0.1'::inet + n as an_inet, n::bit(4) as a_bit, n::oid as an_oid, point(n, n) as a_point
      from generate_series(1, 6) as n`)
    const reader = createGridReader(db)
    const ask = async (body: object) =>
      (await readAnswer(reader.answer(db.table('every'), await toSsrmRequest(body)).json())) as {
        rowCount: number
        rowData: Record<string, unknown>[]
      }
    const columns = await db.columns(sql`select * from every`)
    for (const { name } of columns) {
      const one = { id: name, field: name, displayName: name }
      const sorted = await ask({ startRow: 0, endRow: 2, sortModel: [{ colId: name, sort: 'desc' }] })
      expect([name, sorted.rowData.length, sorted.rowCount]).toEqual([name, 2, 6])
      const groups = await ask({ rowGroupCols: [one] })
      const [{ [name]: key }] = groups.rowData as [Record<string, unknown>]
      const opened = await ask({ rowGroupCols: [one], groupKeys: [String(key)] })
      expect([name, opened.rowCount]).toEqual([name, groups.rowCount > 2 ? 1 : groups.rowCount === 2 ? 3 : 6])
      for (const aggFunc of ['sum', 'avg', 'min', 'max', 'count', 'first', 'last']) {
        const total = await ask({
          rowGroupCols: [{ ...one, id: 'a_mood', field: 'a_mood' }],
          valueCols: [{ ...one, aggFunc }],
        })
        expect([name, aggFunc, total.rowCount]).toEqual([name, aggFunc, 1])
      }
      const filtered = await ask({ filterModel: { [name]: { filterType: 'text', type: 'contains', filter: '' } } })
      expect([name, filtered.rowCount]).toEqual([name, 6])
    }
  })

  it('finds the key of a table, whatever its name', async () => {
    await home.run(
      'create table "odd ""name" (x text, "the id" bigint primary key); create table pairs (a int, b int, primary key (a, b))',
    )
    const place = await db.engine.place?.(['odd "name'])
    expect(place?.key).toEqual(sql.identifier('the id'))
    expect(await db.engine.place?.([home.schema, 'odd "name'])).toBeDefined()
    expect(await db.engine.place?.(['pairs'])).toBeUndefined()
    expect(await db.engine.place?.(['nothing'])).toBeUndefined()
    const before = await place?.version()
    await home.run(`insert into "odd ""name" values ('x', 1)`)
    expect(await place?.version()).not.toBe(before)
  })
})
