import { describe, expect, it } from 'vitest'
import { parseQueryFile } from './parse-query-file.ts'

const parse = (...lines: string[]) => parseQueryFile('moves.sql', lines.join('\n'))

describe('the header of an SQL file', () => {
  it('says what its query becomes', () => {
    const file = parse(
      '-- The desk asked for this one.',
      '-- name Top movers',
      '-- description: The largest moves',
      '-- description of the last day',
      '-- type chart',
      '-- x day',
      '-- y open, close',
      '-- by symbol',
      '-- kind bar',
      'select 1',
    )
    expect(file).toMatchObject({
      name: 'Top movers',
      description: 'The largest moves of the last day',
      type: 'chart',
      x: 'day',
      y: ['open', 'close'],
      by: 'symbol',
      kind: 'bar',
      params: [],
    })
  })

  it('may be missing', () => {
    expect(parse('select 1')).toMatchObject({ type: 'table', params: [] })
  })

  it('makes a chart of x and y', () => {
    expect(parse('-- x day', '-- y close', 'select 1')).toMatchObject({ type: 'chart' })
  })

  it.each([
    [
      'param symbol endpoint "select distinct symbol from prices where name = ""A B""" default AAPL',
      { type: 'endpoint', query: 'select distinct symbol from prices where name = "A B"', default: 'AAPL' },
    ],
    ['param from date default $currentDate-1y', { type: 'date', default: '$currentDate-1y' }],
    [
      'param side text options buy, "short sell" default "short sell"',
      { options: ['buy', 'short sell'], default: 'short sell' },
    ],
    ['param books text options a, b, c multiple default a, b', { multiple: true, default: 'a,b' }],
    [
      'param n number label "How many" description \'rows to show\' default 10',
      { label: 'How many', description: 'rows to show' },
    ],
    ['param view tabs options day, week', { type: 'tabs', options: ['day', 'week'] }],
    ['param open boolean', { type: 'boolean' }],
  ])('declares with "%s"', (line, declaration) => {
    expect(parse(`-- ${line}`, 'select 1').params).toMatchObject([{ line: 1, ...declaration }])
  })

  it.each([
    [['-- nmae: x', 'select 1'], 1, /"nmae" is no key/, /Did you mean name\?/],
    [['-- name', 'select 1'], 1, /"name" is followed by nothing/, /-- name/],
    [['-- name a', '-- name b', 'select 1'], 2, /said twice/, /./],
    [['', '-- type tabel', 'select 1'], 2, /the type "tabel" is unknown/, /Did you mean table\?/],
    [['-- type chart', 'select 1'], 1, /needs x and y/, /-- x/],
    [['-- kind lines', '-- x a', '-- y b', 'select 1'], 1, /kind "lines"/, /line/],
    [['-- name x', ''], 2, /there is no query/, /SELECT/],
    [['-- param 1x text', 'select 1'], 1, /"1x" is no name/, /param symbol/],
    [['-- param x', 'select 1'], 1, /"x" has no type/, /Types:/],
    [['-- param x txt', 'select 1'], 1, /unknown type "txt"/, /Did you mean text\?/],
    [['-- param x endpoint', 'select 1'], 1, /no query for its choices/, /./],
    [['-- param x endpoint "select 1', 'select 1'], 1, /quote " is not closed/, /./],
    [['-- param x text defualt 1', 'select 1'], 1, /"defualt" is not understood/, /default value/],
    [['-- param x text default', 'select 1'], 1, /"default" is followed by nothing/, /./],
    [['-- param x tabs', 'select 1'], 1, /no options/, /./],
    [['-- param x text', '-- param x text', 'select 1'], 2, /declared twice/, /./],
  ])('%j is refused at line %i', (lines, line, message, hint) => {
    expect(() => parse(...lines)).toThrow(
      expect.objectContaining({
        code: 'folder-file-broken',
        message: expect.stringMatching(new RegExp(`line ${line}: .*${message.source}`)),
        hint: expect.stringMatching(hint),
      }),
    )
  })
})
