import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from './database.ts'
import { duckdb } from './duckdb/duckdb.ts'
import { createFragment } from './fragment.ts'
import { postgres } from './postgres/postgres.ts'
import { createTestDatabase, type TestDatabase } from './postgres/test-database.fixture.ts'
import { sql } from './tag.ts'
import type { SqlFragment } from './fragment.ts'

const duck = duckdb()
let home: TestDatabase
let elephant: Database
beforeAll(async () => {
  home = await createTestDatabase()
  elephant = postgres({ url: home.url, settings: home.settings })
})
afterAll(async () => {
  await Promise.all([duck.close(), elephant.close()])
  await home.remove()
})

async function textOf(db: Database, fragment: SqlFragment): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of db.query(fragment).json()) text += decoder.decode(piece, { stream: true })
  return text
}

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`
const instant = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true })
// DuckDB writes the letters of \u001f in upper case, PostgreSQL in lower case.
const text = fc.string({ unit: 'binary', maxLength: 20 }).filter((value) => !JSON.stringify(value).includes('\\u00'))

const columns: readonly (readonly [type: string, value: fc.Arbitrary<string>])[] = [
  ['boolean', fc.boolean().map(String)],
  ['integer', fc.integer().map((value) => quote(String(value)))],
  ['bigint', fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => quote(String(value)))],
  ['decimal(18,3)', fc.bigInt({ min: -(2n ** 49n), max: 2n ** 49n }).map((value) => quote(`${value}e-3`))],
  ['text', text.map(quote)],
  ['uuid', fc.uuid().map(quote)],
  ['date', instant.map((date) => quote(date.toISOString().slice(0, 10)))],
  ['timestamp', instant.map((date) => quote(date.toISOString().replace('Z', '')))],
  ['timestamptz', instant.map((date) => quote(date.toISOString()))],
  ['time', instant.map((date) => quote(date.toISOString().slice(11, 23)))],
  ['bigint[]', fc.array(fc.maxSafeInteger()).map((items) => `array[${items.join(', ')}]::bigint[]`)],
]

describe('DuckDB and PostgreSQL', () => {
  it('write the same bytes for the types that both have', { timeout: 60_000 }, async () => {
    const row = fc.tuple(
      ...columns.map(([type, value]) => fc.option(value, { nil: 'null' }).map((cell) => `cast(${cell} as ${type})`)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
        const names = columns.map((_column, index) => `c${index}`).join(', ')
        const values = rows.map((cells) => `(${cells.join(', ')})`).join(', ')
        const query = createFragment([`select * from (values ${values}) as t(${names})`])
        expect(await textOf(elephant, query)).toBe(await textOf(duck, query))
      }),
      { numRuns: 60 },
    )
  })

  it('write the same numbers for floating point', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.double(), { minLength: 1 }), async (numbers) => {
        const values = numbers.map((value) => `(cast('${value}' as double precision))`).join(', ')
        const query = createFragment([`select * from (values ${values}) as t(x)`])
        expect(await elephant.query(query).rows()).toEqual(await duck.query(query).rows())
      }),
      { numRuns: 60 },
    )
  })

  it('read bound values alike', async () => {
    const date = new Date('2020-01-02T03:04:05.678Z')
    const values = sql`select ${1} as a, ${2.5} as b, ${-3_000_000_000} as c, ${2n ** 62n} as d, ${true} as e, ${null} as f,
      ${'é'} as g, ${date} as h, ${Uint8Array.of(0, 255)} as i, ${[1, 2]} as j, ${Infinity} as k, ${[true, null]} as l`
    expect(await textOf(elephant, values)).toBe(await textOf(duck, values))
  })

  it.each([
    ['a list after in', sql`select 1 as x where 2 in ${[1, 2]}`, [{ x: 1 }]],
    ['an empty list after in', sql`select 1 as x where 2 in ${[]}`, []],
    ['an empty list after not in', sql`select 1 as x where 2 not in ( ${[]} )`, [{ x: 1 }]],
    ['a date as text', sql`select 1 as x where date '2020-01-02' >= ${'2020-01-01'}`, [{ x: 1 }]],
    ['a fraction beside a whole number', sql`select n from (values (1), (2)) as t(n) where n > ${1.5}`, [{ n: 2 }]],
    ['days after a date', sql`select date '2020-01-30' + ${3} as x`, [{ x: '2020-02-02' }]],
    ['a limit', sql`select n from (values (1), (2)) as t(n) order by n desc limit ${1}`, [{ n: 2 }]],
  ])('understand %s', async (_name, query, rows) => {
    expect([await elephant.query(query).rows(), await duck.query(query).rows()]).toEqual([rows, rows])
  })
})
