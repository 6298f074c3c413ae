import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../database.ts'
import { createFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import { postgres } from './postgres.ts'
import { createTestDatabase, type TestDatabase } from './test-database.fixture.ts'
import { nullable, typedValues } from './typed-value.fixture.ts'

let home: TestDatabase
let db: Database
beforeAll(async () => {
  home = await createTestDatabase()
  await home.run(`
    create type color as enum ('red', 'deep blue');
    create type money_amount as ("amount" bigint, "at" timestamptz, "r" float8);
    create type "nested ""type" as (inner_amount money_amount, names text[]);
    create domain amount as bigint check (value <> 13);
    create domain amounts as bigint[];
    create type span as range (subtype = float8)`)
  db = postgres({ url: home.url, settings: home.settings })
})
afterAll(async () => {
  await db.close()
  await home.remove()
})

const written = async (select: string) => (await db.query(createFragment([`select ${select} as x`])).rows())[0]!['x']

describe('the JSON of a PostgreSQL query', () => {
  it.each([
    ['true', true],
    ["'nan'::float8", null],
    ["'-infinity'::float4", null],
    ['0.1::float4', 0.1],
    ['1e300::float8', 1e300],
    ['5e-324::float8', 5e-324],
    ['1.7976931348623157e308::float8', Number.MAX_VALUE],
    ["'-0'::float8", -0],
    ['7::int2', 7],
    ['9007199254740991::int8', 9007199254740991],
    ['9007199254740992::int8', '9007199254740992'],
    ["'-9223372036854775808'::int8", '-9223372036854775808'],
    ['count(*)', 1],
    ['sum(n) from (values (9007199254740993::int8)) as t(n)', '9007199254740993', true],
    ['1.50::numeric(10, 2)', 1.5],
    ['-0.05', -0.05],
    ["'123456789012345678901234567890.5'::numeric", '123456789012345678901234567890.5'],
    ["'NaN'::numeric", null],
    ["'-Infinity'::numeric", null],
    ["'1234.50'::money", 1234.5],
    ["date '2020-01-02'", '2020-01-02'],
    ["'infinity'::date", null],
    ["timestamp '2020-01-02 03:04:05'", '2020-01-02T03:04:05'],
    ["timestamp '2020-01-02 03:04:05.123456'", '2020-01-02T03:04:05.123456'],
    ["timestamp '-infinity'", null],
    ["timestamptz '2020-01-02 03:04:05.5+02:30'", '2020-01-02T00:34:05.5Z'],
    ["timestamptz 'infinity'", null],
    ["time '01:02:03.5'", '01:02:03.5'],
    ["timetz '01:02:03+02:30'", '01:02:03+02:30'],
    ["interval '1 year 2 days 3.5 seconds'", '1 year 2 days 00:00:03.5'],
    [String.raw`'\x00ff'::bytea`, 'AP8='],
    ["convert_to(repeat('a', 100), 'UTF8')", Buffer.from('a'.repeat(100)).toString('base64')],
    ["'101'::bit(3)", '101'],
    ["'0f8fad5b-d9cb-469f-a165-70867728950e'::uuid", '0f8fad5b-d9cb-469f-a165-70867728950e'],
    ["'deep blue'::color", 'deep blue'],
    ["'10.0.0.0/8'::inet", '10.0.0.0/8'],
    ["'<a/>'::text", '<a/>'],
    ['null', null],
    ["'a'::char(3)", 'a  '],
    ['42::oid', '42'],
    ['array[]::int8[]', []],
    ['null::int8[]', null],
    ['array[1, 2, null]', [1, 2, null]],
    ['array[9007199254740993, 1, null]::int8[]', ['9007199254740993', 1, null]],
    ["array['nan', 1.5]::float8[]", [null, 1.5]],
    ["'[5:6]={9007199254740993,2}'::int8[]", ['9007199254740993', 2]],
    [
      "'{{1,2},{3,nan}}'::float8[]",
      [
        [1, 2],
        [3, null],
      ],
    ],
    ["'{{{9007199254740993}},{{1}}}'::int8[]", [[['9007199254740993']], [[1]]]],
    ["array[timestamptz '2020-01-02 03:04:05+01']", ['2020-01-02T02:04:05Z']],
    ["array['red', 'deep blue']::color[]", ['red', 'deep blue']],
    [String.raw`array['\x00ff'::bytea]`, ['AP8=']],
    [
      "row(9007199254740993, timestamptz '2020-01-02 03:04:05+00', 'nan')::money_amount",
      { amount: '9007199254740993', at: '2020-01-02T03:04:05Z', r: null },
    ],
    ['row(null, null, null)::money_amount', { amount: null, at: null, r: null }],
    ['null::money_amount', null],
    ["array[row(1, null, 'inf')::money_amount, null]", [{ amount: 1, at: null, r: null }, null]],
    [
      `row(row(9007199254740993, null, 1.5)::money_amount, array['a'])::"nested ""type"`,
      { inner_amount: { amount: '9007199254740993', at: null, r: 1.5 }, names: ['a'] },
    ],
    ["row(1, 'a')", { f1: 1, f2: 'a' }],
    ['9007199254740993::amount', '9007199254740993'],
    ["'{9007199254740993}'::amounts", ['9007199254740993']],
    ['array[5, 9007199254740993]::amount[]', [5, '9007199254740993']],
    ["'[1,10)'::int4range", '[1,10)'],
    ["'[1,10)'::span", '[1,10)'],
    ["'{[1,3),[5,7)}'::int4multirange", '{[1,3),[5,7)}'],
    [`'{"b": [1, {"c": null}]}'::json`, { b: [1, { c: null }] }],
    [`'{"b": "\\u00e9 \\" x"}'::jsonb`, { b: 'é " x' }],
    [`array['{"a": 1}'::jsonb]`, [{ a: 1 }]],
    ["chr(1) || chr(31) || chr(127) || chr(8232) || '😀'", '\u0001\u001F\u007F\u2028😀'],
    ["'{a,b}'::name[]", ['a', 'b']],
    ["'1 2'::int2vector::text", '1 2'],
    ["to_tsvector('simple', 'a b')", "'a':1 'b':2"],
  ])('writes %s', async (select, expected, hasFrom = false) => {
    const fragment = createFragment([`select ${hasFrom ? select.replace(' from ', ' as x from ') : `${select} as x`}`])
    expect((await db.query(fragment).rows())[0]!['x']).toEqual(expected)
  })

  it('equals the reference for random rows of random types', { timeout: 60_000 }, async () => {
    const table = fc.array(typedValues(), { minLength: 1, maxLength: 5 }).chain((types) =>
      fc.record({
        names: fc.uniqueArray(columnName, { minLength: types.length, maxLength: types.length }),
        rows: fc.array(fc.tuple(...types.map(nullable)), { minLength: 1, maxLength: 5 }),
      }),
    )
    await fc.assert(
      fc.asyncProperty(table, async ({ names, rows }) => {
        const columns = names.map((name) => `"${name.replaceAll('"', '""')}"`).join(', ')
        const values = rows.map((row) => `(${row.map(({ literal }) => literal).join(', ')})`).join(', ')
        const expected = rows.map((row) => Object.fromEntries(row.map((cell, index) => [names[index], cell.expected])))
        expect(await db.query(createFragment([`select * from (values ${values}) as t(${columns})`])).rows()).toEqual(
          expected,
        )
      }),
      { numRuns: 150 },
    )
  })

  it('keeps column names of any kind, and their order', async () => {
    expect(
      JSON.stringify(
        await db.query(sql`select 1 as "b", 2 as "A", 3 as "r", 4 as "q""'", 5 as "列", 6 as "c0"`).rows(),
      ),
    ).toBe(JSON.stringify([{ b: 1, A: 2, r: 3, 'q"\'': 4, 列: 5, c0: 6 }]))
    expect(await db.query(sql`select 1::int8 as r, 2 as r_, 3 as q, 4 as c0, 5 as c1`).rows()).toEqual([
      { r: 1, r_: 2, q: 3, c0: 4, c1: 5 },
    ])
  })

  it('computes a column once, however often its writer names it', async () => {
    await home.run(`create function tally(n int) returns int8 stable language plpgsql as $$ begin
      return set_config('test.calls', (coalesce(nullif(current_setting('test.calls', true), ''), '0')::int + n)::text, true);
    end $$`)
    expect(await written('tally(1)')).toBe(1)
  })

  it('writes a row without columns, and no rows', async () => {
    expect(await db.query(sql`select from generate_series(1, 2)`).rows()).toEqual([{}, {}])
    expect(await db.query(sql`select 1 as a where false`).rows()).toEqual([])
    expect(await db.values(sql`values ('a'), (null), ('b')`)).toEqual(['a', 'b'])
    expect(await db.query(sql`table pg_catalog.pg_am`).rows()).not.toHaveLength(0)
  })

  it('writes a table of 1,600 columns', async () => {
    const names = Array.from({ length: 1600 }, (_, index) => `column ${index}`)
    const select = names.map((name, index) => `${index}::int8 as "${name}"`).join(', ')
    const [row] = await db.query(createFragment([`select ${select}`])).rows()
    expect(Object.keys(row!)).toEqual(names)
  })

  it('does not depend on how the server writes dates by default', async () => {
    const other = postgres({
      url: home.url,
      settings: { ...home.settings, DateStyle: 'SQL, DMY', TimeZone: 'Asia/Tokyo' },
    })
    const select = sql`select date '2020-01-02' as d, timestamp '2020-01-02 03:04:05' as t`
    expect(await other.query(select).rows()).toEqual(await db.query(select).rows())
    await other.close()
  })
})

const columnName = fc
  .string({ minLength: 1, maxLength: 10, unit: 'binary' })
  .filter((name) => !name.includes('\0') && name !== '__proto__')
