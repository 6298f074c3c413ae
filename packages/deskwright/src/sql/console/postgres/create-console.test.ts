import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../database.ts'
import { parseRows } from '../../parse-rows.ts'
import { postgres } from '../../postgres/postgres.ts'
import { createTestDatabase, type TestDatabase } from '../../postgres/test-database.fixture.ts'
import { sql } from '../../tag.ts'
import type { Console } from '../console.ts'
import { attacks } from './attacks.fixture.ts'

const limits = { rows: 100, milliseconds: 1500, megabytes: 256 }
const canary = 'CANARY'
const patience = 30_000

let server: TestDatabase
let db: Database
let console: Console

beforeAll(async () => {
  server = await createTestDatabase()
  await server.run(`create table trades as select n as id, chr(65 + n % 3) as symbol, n * 1.5 as price, date '2020-01-01' + n as day
    from generate_series(0, 30) as n`)
  await server.run(`create table salaries as select '${canary}' as name, 7 as amount`)
  await server.run(`create view stocks as select symbol, price from trades where symbol <> 'B'`)
  await server.run(`create function leak() returns text language sql as $$ select name from salaries $$`)
  db = postgres({ url: server.url, settings: server.settings })
  console = db.engine.createConsole!({ tables: [['trades'], [server.schema, 'stocks']], limits })
})
afterAll(async () => {
  await db.close()
  await server.remove()
})

describe('a console on PostgreSQL gives nothing to', () => {
  it.each(attacks)('%s', async (attack) => {
    const before = await db.values(sql`select count(*)::int + (select count(*)::int from salaries) from trades`)
    const result = await console.run(attack)
    expect(result).toHaveProperty('problem')
    expect(JSON.stringify(result).replaceAll(JSON.stringify(attack).slice(1, -1), '')).not.toContain(canary)
    expect(await db.values(sql`select count(*)::int + (select count(*)::int from salaries) from trades`)).toEqual(
      before,
    )
  })

  it('a condition that would be tried on rows that a view hides', async () => {
    const query = `select * from stocks where case when symbol = 'B' then symbol::int = 1 else price < 2 end`
    expect(await console.run(query)).toEqual({ rows: '[{"symbol":"A","price":0.0}]', cut: false })
  })

  it('a text that the server would read otherwise', async () => {
    const odd = postgres({ url: server.url, settings: { ...server.settings, standard_conforming_strings: 'off' } })
    const asking = odd.engine.createConsole!({ tables: [['trades']], limits })
    const query = `select '\\' as a, ' as b union select name, name from salaries --'`
    const { rows } = (await asking.run(query)) as { rows: string }
    expect(JSON.parse(rows)).toEqual([{ a: '\\', '?column?': ' as b union select name, name from salaries --' }])
    await odd.close()
  })
})

const queries = [
  `select * from trades order by id limit 3`,
  `table stocks order by price`,
  `select 1 as one;`,
  `values (1, 'a'), (2, null)`,
  `select symbol, count(*) as n, sum(price) filter (where id > 4) as total, string_agg(id::text, ',' order by id desc) as ids
   from trades group by rollup (symbol) having count(*) > 1 order by 1`,
  `with a as (select * from trades where id > 3), b as materialized (select symbol from a) select distinct symbol from b order by 1`,
  `with recursive t(n) as (select 1 union all select n + 1 from t where n < 9) select n from t order by n`,
  `with trades as (select 1 as id) select * from trades`,
  `select t.id, s.price as p from trades t join stocks s on s.symbol = t.symbol and s.price = t.price order by 1, 2`,
  `select id, row_number() over w as n, lag(price) over (partition by symbol order by id) as before from trades window w as (order by id) order by id`,
  `select id from trades where exists (select from stocks s where s.price = trades.price) and id in (select id from trades where id between 2 and 9) order by id`,
  `select case when id % 2 = 0 then 'even' else 'odd' end as parity, coalesce(null, symbol) as s, greatest(id, 5) as g, nullif(id, 1) as z from trades order by id`,
  `select extract(year from day) as y, date_trunc('month', day) as m, day + interval '1 day' as n, to_char(day, 'DD.MM.YYYY') as c, day at time zone 'UTC' as u from trades order by id limit 4`,
  `select (array[1, 2])[1] as a, array_agg(id order by id) as ids, (array_agg(id order by id))[2:3] as part from trades`,
  `select '{"a": [1, {"b": null}]}'::jsonb -> 'a' as j, jsonb_build_object('k', 1) as o, '{"a": 1}'::json ->> 'a' as t`,
  `select substring('abc' from 2 for 1) as a, position('b' in 'abc') as b, trim(both 'x' from 'xax') as c, overlay('abc' placing 'x' from 1) as d,
   'abc' like 'a%' as e, 'abc' ilike 'A%' as f, 'abc' similar to 'a(b|c)*' as g, 'abc' ~ '^a' as h, 'it''s' || U&'\\00fc' as i, $$do$$ as j`,
  `select symbol from trades union select 'Z' except select 'B' order by 1 limit 2 offset 1`,
  `select g, x from generate_series(1, 2) as g, lateral (select g * 2 as x) as l, unnest(array['a']) as u order by g`,
  `select percentile_cont(0.5) within group (order by price) as median, stddev_samp(price) as s, corr(id, price) as c from trades`,
  `select distinct on (symbol) symbol, id from trades order by symbol, id desc`,
  `select current_date = now()::date as today, current_timestamp is not null as t`,
  `select 9007199254740993 as big, 'NaN'::float8 as nan, 1.50::numeric as d, true as b, '\\x41'::bytea as y, '00:01'::time as t`,
]

describe('a console on PostgreSQL gives the rows that a query gives for', () => {
  it.each(queries)('%s', async (query) => {
    const result = await console.run(query)
    expect(result).toHaveProperty('rows')
    const fragment = sql(Object.assign([query], { raw: [query] }))
    expect(JSON.parse((result as { rows: string }).rows)).toEqual(await parseRows(db.query(fragment).json()))
  })

  it('a text with a comment after its end', async () => {
    expect(await console.run('/* one */ select 1 as one; -- and no more')).toEqual({ rows: '[{"one":1}]', cut: false })
  })
})

describe('a console on PostgreSQL', () => {
  it('knows its tables and their columns', async () => {
    expect(await console.tables()).toMatchObject([
      {
        name: 'trades',
        columns: [{ name: 'id', type: 'integer' }, { name: 'symbol' }, { name: 'price' }, { name: 'day' }],
      },
      { name: 'stocks', columns: [{ name: 'symbol', type: 'text' }, { name: 'price' }] },
    ])
  })

  it.each([
    [
      'select *\nfrom trads',
      'The table "trads" is not available here. There are: trades, stocks.\n\nLINE 2: from trads\n             ^',
    ],
    ['select *\nfrm trades', 'syntax error at or near "frm"\n\nLINE 2: frm trades\n        ^'],
    ['select id,\n nope from trades', 'column "nope" does not exist.\n\nLINE 2:  nope from trades\n         ^'],
    [
      `select 'é🎉', pg_sleep(1)`,
      `The function pg_sleep is not available here.\n\nLINE 1: select 'é🎉', pg_sleep(1)\n                     ^`,
    ],
    [`select symbol::int from trades`, 'invalid input syntax for type integer: "A".'],
  ])('marks the place in %j', async (query, details) => {
    expect(await console.run(query)).toMatchObject({ problem: { details } })
  })

  it('cuts the rows at the limit, and says so', async () => {
    const result = await console.run(`select n, '],["' as t from generate_series(1, 101) as n order by n`)
    expect(result).toMatchObject({ cut: true })
    expect(JSON.parse((result as { rows: string }).rows)).toHaveLength(100)
    expect(await console.run('select generate_series(1, 100) as n')).toMatchObject({ cut: false })
  })

  it.each([
    'select count(*) from generate_series(1, 100000) a, generate_series(1, 100000) b where a * b = 7',
    'with recursive t(n) as (select 1 union all select n + 1 from t) select max(n) from t',
    `select max(length(regexp_replace(repeat(a::text, 5000), '(a|b|1)*$', 'x'))) from generate_series(1, 10000000) a`,
  ])(
    'is not held for longer than its limit by %s',
    async (query) => {
      const title = 'The query ran for longer than 1.5 s and was stopped.'
      expect(await console.run(query)).toMatchObject({ problem: { title } })
      expect(await console.run('select 1 as one')).toEqual({ rows: '[{"one":1}]', cut: false })
    },
    patience,
  )

  it.each([
    ['a text that is longer than a text can be', `select repeat('x', 2000000000)`],
    ['a result that is too large', `select repeat('x', 20000000) as x`],
    ['a deep expression', `select ${'not '.repeat(4900)}true`],
    ['a deep query', `${'select * from ('.repeat(1000)}select 1${') a'.repeat(1000)}`],
    ['columns of one name', 'select 1 as a, 2 as a'],
  ])(
    'survives %s',
    async (_what, query) => {
      expect(await console.run(query)).toHaveProperty('problem')
      expect(await console.run('select 1 as one')).toEqual({ rows: '[{"one":1}]', cut: false })
    },
    patience,
  )

  it(
    'stops when the reader leaves, and gives the reason',
    async () => {
      const leaving = new AbortController()
      const running = console.run(
        'select count(*) from generate_series(1, 1000000) a, generate_series(1, 1000000) b',
        leaving.signal,
      )
      setImmediate(() => leaving.abort(new TypeError('the client is gone')))
      await expect(running).rejects.toThrow(new TypeError('the client is gone'))
    },
    patience,
  )
})
