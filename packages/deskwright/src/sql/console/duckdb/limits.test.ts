import { afterAll, describe, expect, it } from 'vitest'
import { duckdb } from '../../duckdb/duckdb.ts'
import { sql } from '../../tag.ts'

// Small limits, so that what must be stopped is stopped soon.
const limits = { rows: 10, milliseconds: 1500, megabytes: 200 }
const db = duckdb({ views: { numbers: sql`select range as n from range(${100_000})` } })
const console = db.engine.createConsole!({ tables: [['numbers']], limits })
afterAll(() => db.close())

const stopped = expect.stringMatching(
  /^The query (ran for longer than 1\.5 s|needs more than 200 MB of memory) and was stopped\.$/,
)

/** How long an answer may take: the limits, the grace, and what a busy machine adds for a new process. */
const patience = 30_000

describe('a console is not held for longer than its limits by', () => {
  it.each([
    ['a cross join', 'select count(*) from range(1000000) a, range(1000000) b where a.range * b.range = 7'],
    ['a cross join of tables', 'select sum(a.n * b.n * c.n) from numbers a, numbers b, numbers c'],
    ['an endless recursion', 'with recursive t(n) as (select 1 union all select n + 1 from t) select max(n) from t'],
    [
      'a recursion that doubles',
      `with recursive t(s) as (select 'x' union all select s || s from t) select max(len(s)) from t`,
    ],
    ['a huge list of numbers', 'select list(range) from range(1000000000000::bigint)'],
    ['a huge list in one value', 'select len(range(2000000000))'],
    ['a huge text', `select length(repeat('x', 4000000000))`],
    ['many large texts', `select array_agg(repeat('x', 100000) || n) from numbers`],
    [
      'texts that grow in one expression',
      `select length(replace(replace(replace(repeat('x', 1000), 'x', repeat('x', 1000)), 'x', repeat('x', 1000)), 'x', 'yy'))`,
    ],
    [
      'lists that grow in one expression',
      `select list_reduce(list_prepend('x', [x::varchar for x in range(40)]), lambda a, b: a || a)`,
    ],
    ['a padded text', `select length(lpad('x', 2000000000, 'y'))`],
    ['a formatted text', `select length(format('{:>2000000000}', 1))`],
    ['one call that nothing interrupts', `select levenshtein(repeat('ab', 100000), repeat('ba', 100000))`],
    ['a slow similarity', `select jaro_winkler_similarity(repeat('ab', 800000), repeat('ba', 800000))`],
    ['a sort of everything', `select * from range(1000000000) order by hash(range) limit 5`],
    ['a join that grows', 'select count(*) from (select unnest(range(1000000)) from range(1000000))'],
    [
      'a window over everything',
      'select max(x) from (select sum(range) over (order by hash(range)) as x from range(100000000))',
    ],
  ])(
    '%s',
    async (_what, query) => {
      expect(await console.run(query)).toEqual({ problem: { title: stopped, hint: expect.any(String) } })
      expect(await console.run('select 1 as one')).toEqual({ rows: '[{"one":1}]', cut: false })
    },
    patience,
  )

  it.each([
    ['a regular expression', `select regexp_matches(repeat('a', 1000000), '(a*)*b') as found`, '[{"found":false}]'],
    ['a text that is longer than a text can be', `select repeat('x', 20000000000)`, undefined],
    ['an array type that is larger than memory', 'select null::int[10000][10000][10000]', undefined],
    ['a deep expression', `select ${'('.repeat(9000)}1${')'.repeat(9000)}`, undefined],
    ['a deep chain', `select 1${'+1'.repeat(9000)}`, undefined],
    ['a deep query', `${'select * from ('.repeat(1000)}select 1${')'.repeat(1000)}`, undefined],
    ['many columns', `select ${Array.from({ length: 3000 }, (_, index) => `${index}`).join()}`, undefined],
    ['a long query', `select '${'x'.repeat(30_000)}'`, undefined],
  ])(
    '%s',
    async (_what, query, rows) => {
      const result = await console.run(query)
      expect(result).toEqual(rows === undefined ? expect.anything() : { rows, cut: false })
      expect(await console.run('select 1 as one')).toEqual({ rows: '[{"one":1}]', cut: false })
    },
    patience,
  )

  it(
    'two queries at a time: a third one waits, and is answered',
    async () => {
      const slow = 'select count(*) from range(1000000) a, range(1000000) b where a.range * b.range = 7'
      const answers = await Promise.all([slow, slow, 'select 1 as one'].map((query) => console.run(query)))
      expect(answers).toEqual([
        { problem: expect.objectContaining({ title: stopped }) },
        { problem: expect.objectContaining({ title: stopped }) },
        { rows: '[{"one":1}]', cut: false },
      ])
    },
    patience,
  )
})

describe('a console sends', () => {
  it('as many rows as allowed, and says when there are more', async () => {
    expect(await console.run('select n from numbers where n < 10 order by n')).toMatchObject({ cut: false })
    const { rows, cut } = (await console.run('select n from numbers where n < 11 order by n')) as {
      rows: string
      cut: boolean
    }
    expect(JSON.parse(rows)).toEqual(Array.from({ length: 10 }, (_, n) => ({ n })))
    expect(cut).toBe(true)
  })

  it(
    'no result that is too large',
    async () => {
      const roomy = db.engine.createConsole!({ tables: [['numbers']], limits: { ...limits, megabytes: 512 } })
      expect(await roomy.run(`select repeat('x', 20000000) as x`)).toEqual({
        problem: { title: 'The result is larger than 16 MB.', hint: expect.any(String) },
      })
    },
    patience,
  )
})

describe('a query whose reader leaves', () => {
  it(
    'is stopped at once, and the reason is given',
    async () => {
      const leaving = new AbortController()
      const running = console.run('select count(*) from range(1000000) a, range(1000000) b', leaving.signal)
      setImmediate(() => leaving.abort(new TypeError('the client is gone')))
      await expect(running).rejects.toThrow(new TypeError('the client is gone'))
      expect(await console.run('select 1 as one')).toEqual({ rows: '[{"one":1}]', cut: false })
    },
    patience,
  )
})
