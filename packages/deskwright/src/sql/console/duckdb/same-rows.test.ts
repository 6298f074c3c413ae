import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { duckdb } from '../../duckdb/duckdb.ts'
import { parseRows } from '../../parse-rows.ts'
import { sql } from '../../tag.ts'

// A console prints what it has looked through and runs that text. Here is held that the rows are those of the text itself.

const db = duckdb({
  views: {
    trades: sql`select i as id, ['A', 'B', 'it''s', 'ü "x"', null][1 + i % 5] as symbol, (i * 37) % 101 as size,
      round(100 / (1 + i % 7), 3)::decimal(10, 3) as price, date '2020-01-01' + (i * 3)::int as day,
      timestamp '2020-01-01 00:00:00' + to_minutes(i * 17) as moment, [i, i % 3] as legs, {'desk': i % 4, 'note': 'n' || i} as info
      from range(60) t(i)`,
    books: sql`select * from (values ('A', 'Rates', 1.5), ('B', 'Equity', 2.5), ('C', null, null)) b(symbol, "Desk name", weight)`,
  },
})
const console = db.engine.createConsole!({
  tables: [['trades'], ['books']],
  limits: { rows: 1000, milliseconds: 60_000, megabytes: 512 },
})
afterAll(() => db.close())

const toFragment = (text: string) => sql(Object.assign([text], { raw: [text] }))

async function expectSameRows(query: string, plain = query): Promise<void> {
  const result = await console.run(query)
  expect(result).toHaveProperty('rows')
  const { rows } = result as { rows: string }
  expect(JSON.parse(rows)).toEqual(await parseRows(db.query(toFragment(plain)).json()))
}

const queries = [
  `from trades`,
  `table books`,
  `values (1, 'a'), (2, null)`,
  `select 1 as one;`,
  `/* first */ select symbol -- the name
   from trades /* and */ order by id limit 3;`,
  `select "Desk name", weight from books order by weight desc nulls last`,
  `select t.symbol, b."Desk name" as desk, sum(size * price) as value from trades t join books b using (symbol) group by all order by 1`,
  `select * from trades t left join books b on t.symbol = b.symbol and b.weight > 2 where t.id < 5 order by id`.replace(
    '*',
    't.id, b.weight',
  ),
  `select id, row_number() over (partition by symbol order by id) as n, lag(size, 1, 0) over w as before,
   sum(size) over (order by id rows between 2 preceding and current row exclude current row) as moving from trades window w as (order by id) order by id`,
  `select symbol, count(*) as n, count(distinct size) filter (where size > 50) as d, string_agg(id::varchar, ',' order by id desc) as ids
   from trades group by symbol having count(*) > 1 order by symbol nulls first`,
  `select symbol, day, sum(size) as total from trades where id < 9 group by grouping sets ((symbol), (day), ()) order by all`,
  `select symbol, count(*) as n from trades group by rollup (symbol) order by all`,
  `with recursive t(n) as (select 1 union all select n + 1 from t where n < 9) select n, n * n as square from t order by n`,
  `with a as (select * from trades where size > 50), b(s, n) as (select symbol, count(*) from a group by 1) select * from b order by all`,
  `with trades as (select 1 as id) select * from trades`,
  `select * from (with x as (select 2 as n) select * from x) y, (select 3 as m)`,
  `select id from trades where exists (select 1 from books where books.symbol = trades.symbol) order by id`,
  `select id, (select max(weight) from books b where b.symbol = t.symbol) as w from trades t order by id limit 7`,
  `select id from trades where symbol in (select symbol from books) and id not in (1, 2) and size = any (select size from trades where id < 30) order by id`,
  `select symbol from trades union select symbol from books except select 'C' order by 1 nulls first limit 3 offset 1`,
  `select id from trades union all by name select size as id from trades order by id limit 5`,
  `select distinct on (symbol) symbol, id from trades order by symbol, id desc`,
  `select * exclude (legs, info) replace (size * 2 as size) rename (symbol as name) from trades order by id limit 4`,
  `select columns('^(id|size)$') from trades order by id limit 4`,
  `select columns(c -> c like '%i%') from trades order by id limit 2`,
  `select min(columns(* exclude (info, legs))) from trades`,
  `select legs[1] as first, legs[-1] as last, legs[1:2] as both, info.desk, info['note'] as note, list_sum(legs) as s from trades order by id limit 5`,
  `select list_transform(legs, lambda x: x + 1) as a, [x * 2 for x in legs if x > 1] as b, list_filter(legs, x -> x > 1) as c from trades order by id limit 5`,
  `select case symbol when 'A' then 'first' when 'B' then 'second' else 'rest' end as c, coalesce(symbol, '-') as s, nullif(size, 37) as z from trades order by id limit 6`,
  `select size between 10 and 20 as a, symbol is distinct from 'A' as b, not (size > 5) as c, symbol like 'i%' as d, symbol ilike 'IT_S' as e,
   symbol similar to '[AB]' as f, symbol glob '*s' as g, -size as h, size % 7 as i, size // 3 as j, size ** 2 as k, ~size as l from trades order by id`,
  `select extract(year from day) as y, date_trunc('month', moment) as m, day + interval 1 month as n, moment::date as d, age(moment, timestamp '2019-01-01') as a,
   strftime(moment, '%d.%m.%Y') as s, date_diff('day', date '2020-01-01', day) as t from trades order by id limit 5`,
  `select try_cast(symbol as int) as a, size::varchar || '!' as b, cast(price as double) as c, '1.5'::decimal(5, 2) as d, [1, 2]::bigint[] as e, x'41'::blob as f`
    .replace('try_cast(symbol as int)', `try_cast('x' as int)`)
    .replace('size::varchar', '7::varchar')
    .replace('cast(price as double)', 'cast(1 as double)'),
  `select 'it''s' as a, $$do$$ as b, e'a\\tb' as c, 'ü🎉' as "ü 🎉", "trades"."id" as "select" from "trades" order by 5 limit 2`,
  `select {'a': 1, 'b': [{'c': null}]} as s, map {'k': 1, 'l': 2} as m, row(1, 'x') as r, struct_pack(a := 1) as p`,
  `select '{"a": [1, 2, {"b": null}]}'::json -> 'a' as j, json_extract_string('{"k": "v"}', '$.k') as k`,
  `select regexp_replace(symbol, '[aeiou]', '*', 'g') as r, upper(symbol) as u, symbol[1] as f, length(symbol) as l from trades order by id limit 5`,
  `from trades select id, size where size > 90 order by size`,
  `select id, x from trades, unnest(legs) as u(x) where id < 4 order by all`,
  `select id, unnest(legs) as leg from trades where id < 4 order by all`,
  `select t.range as a, g.generate_series as b from range(3) t, generate_series(1, 2) g order by all`,
  `select key, value from json_each('{"a": 1, "b": 2}') order by key`,
  `select * from trades t, lateral (select t.size * 2 as twice) order by id limit 3`.replace('*', 'id, twice'),
  `select * from (select symbol, size from trades) pivot (sum(size) for symbol in ('A', 'B'))`,
  `unpivot (select id, size from trades where id < 3) on id, size into name what value number order by all`,
  `select t.id, b.weight from trades t asof join books b on t.id >= b.weight order by t.id limit 5`,
  `select a.id from trades a semi join books b using (symbol) order by 1 limit 4`,
  `select a.id from trades a anti join books b using (symbol) order by 1 limit 4`,
  `select quantile_cont(size, 0.5) as q, median(size) as m, mode(symbol) as o, stddev(size) as s, corr(id, size) as c, arg_max(id, size) as g from trades`,
  `select id, size from trades qualify rank() over (partition by symbol order by size desc, id) = 1 order by id`,
  `select id from trades order by size desc, id limit 10%`,
  `select #1, #2 from books order by 1 limit 1`.replace('#1, #2', '#1 as a, #3 as b'),
  `select column_name from (describe books) order by all`,
  `select current_date = today() as t, now() is not null as n`,
  `select 9007199254740993 as big, 'nan'::double as nan, 1e400::double as inf`.replace(
    '1e400::double',
    `'inf'::double`,
  ),
  `select count(*) from trades where symbol collate nocase = 'a'`,
  `select moment at time zone 'America/New_York' as z from trades order by id limit 2`,
  `select id: id + 1, twice: size * 2 from trades order by id limit 2`,
]

describe('a console gives the rows that a query gives for', () => {
  it.each(queries)('%s', async (query) => {
    await expectSameRows(query)
    expect.hasAssertions()
  })

  it.each([
    ['select 1 as one; -- done', 'select 1 as one'],
    ['describe trades', 'from (describe trades)'],
    ['describe select id, price from trades', 'from (describe select id, price from trades)'],
    ['summarize books', 'from (summarize books)'],
  ])('%s', async (query, plain) => {
    await expectSameRows(query, plain)
    expect.hasAssertions()
  })

  it('every query made of these parts', async () => {
    const column = fc.constantFrom('id', 'symbol', 'size', 'price', 'day', 'moment')
    const number = fc.constantFrom('id', 'size', 'price', '7', '2.5', '-1')
    const text = fc
      .oneof(fc.string({ maxLength: 6 }), fc.constantFrom('A', "it's", 'ü "x"', '--', '/*', ';', '$$'))
      .map((value) => `'${value.replaceAll('\0', '').replaceAll("'", "''")}'`)
    const operation = fc.constantFrom('+', '-', '*', '%')
    const comparison = fc.constantFrom('=', '<>', '<', '>=', 'is distinct from')
    const arithmetic = fc.oneof(
      number,
      fc.tuple(number, operation, number).map((parts) => `(${parts.join(' ')})`),
      fc.tuple(number, number).map(([a, b]) => `greatest(${a}, abs(${b}))`),
      fc.tuple(number, number, number).map(([a, b, c]) => `case when ${a} > ${b} then ${c} else null end`),
    )
    const condition = fc.oneof(
      fc.tuple(arithmetic, comparison, arithmetic).map((parts) => parts.join(' ')),
      fc
        .tuple(fc.constantFrom('symbol =', 'symbol like', 'symbol <', 'upper(symbol) >='), text)
        .map((parts) => parts.join(' ')),
      fc.constantFrom(
        'symbol is null',
        `symbol in ('A', 'B')`,
        'size between 10 and 60',
        'exists (from books)',
        `day > date '2020-02-01'`,
      ),
    )
    const conditions = fc
      .array(condition, { minLength: 1, maxLength: 3 })
      .chain((all) => fc.constantFrom(' and ', ' or ', ' and not ').map((word) => all.join(word)))
    const plain = fc
      .tuple(fc.array(fc.oneof(column, arithmetic), { minLength: 1, maxLength: 4 }), conditions)
      .map(
        ([shown, where]) =>
          `select id, ${shown.map((one, index) => `${one} as c${index}`).join(', ')} from trades where ${where}`,
      )
    const grouped = fc
      .tuple(fc.constantFrom('symbol', 'size % 3', 'month(day)'), arithmetic, conditions)
      .map(
        ([by, value, where]) =>
          `select ${by} as k, count(*) as n, max(${value}) as m from trades where ${where} group by 1`,
      )
    const nested = fc
      .tuple(
        fc.oneof(plain, grouped),
        fc.constantFrom('with q as (@) select * from q', 'select * from (@) as q', '(@) union all (@)', 'from (@)'),
      )
      .map(([inner, frame]) => frame.replaceAll('@', () => inner))
    const ordered = fc
      .tuple(
        fc.oneof(plain, grouped, nested),
        fc.integer({ min: 0, max: 80 }),
        fc.constantFrom('', ';', ' -- end', ' /* ; */ ;'),
      )
      .map(([query, limit, end]) => `select * from (${query}) as z order by all limit ${limit}${end}`)
    await fc.assert(
      fc.asyncProperty(ordered, (query) => expectSameRows(query)),
      { numRuns: 150 },
    )
  }, 120_000)
})
