import { afterAll, describe, expect, it } from 'vitest'
import { defineBackend } from '../../index.ts'
import { omniAnswerSchema } from '../../spec/index.ts'
import { testBackend } from '../../testing/index.ts'
import { duckdb, sql, sqlConsole } from '../index.ts'

const db = duckdb({
  views: {
    numbers: sql`select range as n, 'x' || range as t from range(${20})`,
    hidden: sql`select 1 as secret`,
  },
})
afterAll(() => db.close())

const limits = { rows: 5, milliseconds: 20_000 }
const backend = defineBackend({
  name: 'Desk',
  widgets: { console: sqlConsole({ name: 'Ask', from: db, tables: ['numbers'], limits, category: 'Help' }) },
})
const desk = testBackend(backend)

describe('a console as a widget', () => {
  it('is an omni widget with an editor for SQL, and nothing to complain about', () => {
    expect(backend.manifest.diagnostics).toEqual([])
    expect(backend.manifest.widgets['console']).toMatchObject({
      name: 'Ask',
      type: 'omni',
      category: 'Help',
      params: [{ paramName: 'prompt', type: 'text', language: 'sql', value: '' }],
    })
  })

  it('answers a query with a table', async () => {
    const answer = await desk.post('console', { prompt: 'select n, t from numbers where n in (1, 2) order by n' })
    expect(omniAnswerSchema.parse(answer)).toEqual({
      content: [
        { n: 1, t: 'x1' },
        { n: 2, t: 'x2' },
      ],
      data_format: { data_type: 'object', parse_as: 'table' },
      citable: false,
      extra_citations: [],
    })
  })

  it('notes when the limit cut the rows', async () => {
    const answer = omniAnswerSchema.parse(await desk.post('console', { prompt: 'from numbers order by n' }))
    expect(answer.content).toHaveLength(5)
    expect(answer.extra_citations).toMatchObject([
      { source_info: { type: 'widget', name: 'Ask' }, details: [{ Rows: 'the first 5; the query has more' }] },
    ])
  })

  it.each([{}, { prompt: '' }, { prompt: ' \n ' }])('answers the empty prompt %j with the tables', async (body) => {
    const answer = omniAnswerSchema.parse(await desk.post('console', body))
    expect(answer.data_format.parse_as).toBe('text')
    expect(answer.content).toContain('numbers\n  n  BIGINT\n  t  VARCHAR\n')
    expect(answer.content).not.toContain('hidden')
  })

  it.each([
    [
      'select *\nfrom numbrs',
      'The table "numbrs" is not available here. There are: numbers.\n\nLINE 2: from numbrs\n             ^',
    ],
    ['select *\nfrm numbers', 'LINE 2: frm numbers\n            ^'],
    ['select n,\n nope from numbers', 'LINE 2:  nope from numbers\n         ^'],
    [`select '🎉', read_text('x')`, `LINE 1: select '🎉', read_text('x')\n                    ^`],
    ['select `n` from ```numbers```', 'LINE 1'],
  ])('marks the place in %j', async (prompt, words) => {
    const answer = omniAnswerSchema.parse(await desk.post('console', { prompt }))
    expect(answer.data_format.parse_as).toBe('text')
    expect(answer.content).toContain(words)
    expect(answer.content).toMatch(/^\*\*The query [a-z ]+\.\*\*\n\n(`{3,})\n[^]*\n\1$/)
  })

  it('shows errors of the data without a place that the user did not write', async () => {
    const answer = await desk.post('console', { prompt: 'select cast(t as int) as i from numbers' })
    expect(answer.content).toContain(`Conversion Error: Could not convert string 'x0' to INT32`)
    expect(answer.content).not.toContain('LINE')
  })
})

describe('a console refuses', () => {
  const other = duckdb()

  it.each([
    [
      'another engine',
      () => sqlConsole({ from: { ...db, engine: { ...db.engine, createConsole: undefined } as never }, tables: ['a'] }),
      'sql-console-unsupported',
    ],
    ['no tables', () => sqlConsole({ from: db, tables: [] as never }), 'sql-console-tables'],
    ['a name twice', () => sqlConsole({ from: db, tables: ['a', db.table('main', 'A')] }), 'sql-console-tables'],
    ['a foreign table', () => sqlConsole({ from: db, tables: [other.table('a')] }), 'sql-console-tables'],
  ])('%s', (_what, make, code) => {
    expect(make).toThrow(expect.objectContaining({ code }))
  })
})
