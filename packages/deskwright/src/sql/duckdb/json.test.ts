import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { createFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import { duckdb } from './duckdb.ts'
import { nullable, typedValues } from './typed-value.fixture.ts'
import { toTextLiteral } from './literal.ts'

const db = duckdb()
afterAll(() => db.close())

const written = async (select: string) => (await db.query(createFragment([`select ${select} as x`])).rows())[0]!['x']

describe('the JSON of a DuckDB query', () => {
  it.each([
    ["'nan'::double", null],
    ["'-inf'::float", null],
    ['0.1::float', 0.1],
    ['16777216::float', 16777216],
    ['1e300', 1e300],
    ['-0.0::double', -0],
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', '9007199254740992'],
    ['-9007199254740991', -9007199254740991],
    ['-9007199254740992', '-9007199254740992'],
    ['(select count(*) from range(5))', 5],
    ["'123456789012345678901234567890'::bignum", '123456789012345678901234567890'],
    ["'12'::bignum", 12],
    ['1.50::decimal(10, 2)', 1.5],
    ['-0.05::decimal(38, 2)', -0.05],
    ["date '2020-01-02'", '2020-01-02'],
    ["'infinity'::date", null],
    ["timestamp '2020-01-02 03:04:05'", '2020-01-02T03:04:05'],
    ["timestamp '2020-01-02 03:04:05.123456'", '2020-01-02T03:04:05.123456'],
    ["timestamp_ns '2020-01-02 03:04:05.000000001'", '2020-01-02T03:04:05.000000001'],
    ["timestamp_s '2020-01-02 03:04:05'", '2020-01-02T03:04:05'],
    ["timestamp_ms '2020-01-02 03:04:05.5'", '2020-01-02T03:04:05.5'],
    ["timestamptz '2020-01-02 03:04:05+02:30'", '2020-01-02T00:34:05Z'],
    ["'-infinity'::timestamptz", null],
    ["time '01:02:03.5'", '01:02:03.5'],
    ["'01:02:03+02:30'::timetz", '01:02:03+02:30'],
    ["interval '1 year 2 days 3.5 seconds'", '1 year 2 days 00:00:03.5'],
    ["'\\x00\\xFF'::blob", 'AP8='],
    ["'101'::bit", '101'],
    ["'0f8fad5b-d9cb-469f-a165-70867728950e'::uuid", '0f8fad5b-d9cb-469f-a165-70867728950e'],
    ["'b'::enum('a', 'b')", 'b'],
    ['null', null],
    ['[]::integer[]', []],
    ["['nan'::double, 1.5, null]", [null, 1.5, null]],
    ['[1.5, 2.5]::float[2]', [1.5, 2.5]],
    ["array_value('inf'::double, 1)", [null, 1]],
    ['[[9007199254740993, 1]]', [['9007199254740993', 1]]],
    ["[timestamp '2020-01-02 03:04:05']", ['2020-01-02T03:04:05']],
    ["{'a': 1, 'b': {'c': 'inf'::double}, 'd': null}", { a: 1, b: { c: null }, d: null }],
    ["row(1, 'nan'::double)", [1, null]],
    ["map {'k': 'nan'::double, 'l': 1}", { k: null, l: 1 }],
    ["map {1: 'x'}", { 1: 'x' }],
    ["map {date '2020-01-01': [9007199254740993]}", { '2020-01-01': ['9007199254740993'] }],
    ["union_value(k := 'inf'::double)", null],
    ["union_value(k := {'a': 9007199254740993})", { a: '9007199254740993' }],
    ["{'a': [1, 2]}::variant", { a: [1, 2] }],
    [`'{"a": [NaN, "NaN \\" inf", -Infinity, 1, ]}'::json`, { a: [null, 'NaN " inf', null, 1] }],
    [`['{"a": NaN}'::json]`, [{ a: null }]],
    ['\'"NaN"\'::json', 'NaN'],
    ['chr(0) || chr(1) || chr(127)', '\0\u0001\u007F'],
  ])('writes %s', async (select, expected) => {
    expect(await written(select)).toEqual(expected)
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

  it('writes a FLOAT so that it reads back as the same FLOAT', async () => {
    await fc.assert(
      fc.asyncProperty(fc.float({ noNaN: true, noDefaultInfinity: true }), async (value) => {
        expect(Math.fround((await written(`'${value}'::float`)) as number) + 0).toBe(value + 0)
      }),
    )
  })

  it('writes text literals that mean the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (value) => {
        expect(await written(toTextLiteral(value))).toBe(value)
      }),
    )
  })

  it('keeps column names of any kind and order', async () => {
    expect(
      JSON.stringify(await db.query(sql`select 1 as "b", 2 as "A", 3 as "a", 4 as "q""'", 5 as "列", 6 as "q"`).rows()),
    ).toBe(JSON.stringify([{ b: 1, A: 2, a: 3, 'q"\'': 4, 列: 5, q: 6 }]))
  })

  it('looks at every column of one type, and at every row', async () => {
    const rows = await db
      .query(sql`select * from (values (1::bigint, null::bigint, 3::bigint, 1.5::double, null::double),
        (9007199254740993, 2, null, null, 'nan'), (null, -9007199254740993, 1, '-inf', 2), (null, null, null, null, null),
        (1, 2, 9007199254740992, 'inf', 'nan')) as t(a, b, c, d, e)`)
      .rows()
    expect(rows).toEqual([
      { a: 1, b: null, c: 3, d: 1.5, e: null },
      { a: '9007199254740993', b: 2, c: null, d: null, e: null },
      { a: null, b: '-9007199254740993', c: 1, d: null, e: 2 },
      { a: null, b: null, c: null, d: null, e: null },
      { a: 1, b: 2, c: '9007199254740992', d: null, e: null },
    ])
  })

  it('writes a table of two thousand columns', async () => {
    const names = Array.from({ length: 2000 }, (_, index) => `column ${index}`)
    const select = names.map((name, index) => `${index}::bigint as "${name}"`).join(', ')
    const [row] = await db.query(createFragment([`select ${select}`])).rows()
    expect(Object.keys(row!)).toEqual(names)
  })
})

const columnName = fc
  .string({ minLength: 1, maxLength: 10, unit: 'binary' })
  .filter((name) => !name.includes('\0') && name !== '__proto__')
