import { describe, expect, it } from 'vitest'
import { useFolder } from '../desk.fixture.ts'

const folder = useFolder()

const prices = 'symbol,day,open,high,low,close\nA,2026-01-02,1,4,1,2\nA,2026-01-03,2,3,1,3\nB,2026-01-02,5,9,4,8\n'

describe('an SQL file', () => {
  it('is a table with parameters that are bound', async () => {
    const desk = await folder.serve({
      'prices.csv': prices,
      'one.sql': `-- name One symbol
-- description Prices of one symbol
-- param symbol endpoint "select distinct symbol from prices order by 1" default A
-- param from date default 2026-01-01
select day, close as last_close from prices where symbol = $symbol and day >= $from order by day desc`,
    })
    expect(desk.findings()).toEqual([])
    expect(desk.widget('one')).toMatchObject({ name: 'One symbol', description: 'Prices of one symbol', type: 'table' })
    expect(desk.columns('one')).toMatchObject({
      day: { chartDataType: 'time' },
      last_close: { headerName: 'Last close' },
    })
    expect(await desk.get('one')).toEqual([
      { day: '2026-01-03', last_close: 3 },
      { day: '2026-01-02', last_close: 2 },
    ])
    expect(await desk.get('one', '?symbol=B')).toEqual([{ day: '2026-01-02', last_close: 8 }])
    expect(await desk.get('one', `?symbol=${encodeURIComponent("A' or '1'='1")}`)).toEqual([])
    const options = await desk.backend.fetch(new Request('http://desk.test/options/symbol'))
    expect(await options.json()).toEqual([
      { label: 'A', value: 'A' },
      { label: 'B', value: 'B' },
    ])
  })

  it('is a table that is paged on the server', async () => {
    const desk = await folder.serve({
      'prices.csv': prices,
      'all.sql':
        '-- type ssrm_table\n-- param symbol text default A\nselect * from prices where symbol = $symbol; -- all',
    })
    expect(desk.findings()).toEqual([])
    expect(await desk.post('all', { sortModel: [{ colId: 'close', sort: 'desc' }] })).toMatchObject({
      rowData: [{ close: 3 }, { close: 2 }],
      rowCount: 2,
    })
  })

  it('is a metric', async () => {
    const desk = await folder.serve({
      'prices.csv': prices,
      'cards.sql':
        '-- type metric\nselect symbol as label, max(close) as value, 1.5 as delta from prices group by 1 order by 1',
      'totals.sql': '-- type metric\nselect count(*) as row_count, 1234567.891 as market_cap from prices',
    })
    expect(await desk.get('cards')).toEqual([
      { label: 'A', value: '3', delta: 1.5 },
      { label: 'B', value: '8', delta: 1.5 },
    ])
    expect(await desk.get('totals')).toEqual([
      { label: 'Row count', value: '3' },
      { label: 'Market cap', value: '1,234,567.89' },
    ])
  })

  it('is a chart', async () => {
    const desk = await folder.serve({
      'prices.csv': prices,
      'lines.sql': '-- x day\n-- y close\n-- by symbol\nselect * from prices order by day',
      'candles.sql': "-- type chart\n-- kind candlestick\nselect * from prices where symbol = 'A'",
      'none.sql': '-- x day\n-- y close\nselect * from prices where false',
    })
    expect(desk.findings()).toEqual([])
    expect(await desk.get('lines')).toMatchObject({
      data: [
        { type: 'scatter', mode: 'lines', name: 'A', x: ['2026-01-02', '2026-01-03'], y: [2, 3] },
        { mode: expect.stringContaining('markers'), name: 'B', y: [8] },
      ],
    })
    expect(await desk.get('lines', '?raw=true')).toHaveLength(3)
    expect(await desk.get('candles')).toMatchObject({ data: [{ type: 'candlestick', open: [1, 2], close: [2, 3] }] })
    expect(await desk.get('none')).toMatchObject({ data: [{}], layout: {} })
  })

  it('is a newsfeed', async () => {
    const desk = await folder.serve({
      'notes.json': '[{"title":"Up","date":"2026-01-02","body":"It *rose*."}]',
      'news.sql': '-- type newsfeed\nselect * from notes',
    })
    expect(await desk.get('news')).toEqual([
      { title: 'Up', date: '2026-01-02', author: '', excerpt: '', body: 'It *rose*.' },
    ])
  })

  it('shares equal parameters, so that widgets follow each other', async () => {
    const param = '-- param symbol endpoint "select distinct symbol from prices" default A\n'
    const desk = await folder.serve({
      'prices.csv': prices,
      'a.sql': `${param}select * from prices where symbol = $symbol`,
      'b.sql': `${param}select count(*) as n from prices where symbol = $symbol`,
    })
    expect(desk.manifest.apps[0]?.groups).toMatchObject([{ paramName: 'symbol', widgetIds: ['a', 'b'] }])
  })

  it('fills a list of choices by another parameter, and binds several values', async () => {
    const desk = await folder.serve({
      'prices.csv': prices,
      'days.sql': `-- param symbol text options A, B default A
-- param days endpoint "select day::varchar, 'on ' || day from prices where symbol = $symbol order by 1" multiple
select day from prices where symbol = $symbol and list_contains($days::varchar[], day::varchar)`,
    })
    expect(desk.findings()).toEqual([])
    const options = await desk.backend.fetch(new Request('http://desk.test/options/days?symbol=B'))
    expect(await options.json()).toEqual([{ value: '2026-01-02', label: 'on 2026-01-02' }])
    expect(await desk.get('days', '?days=2026-01-02,2026-01-03')).toHaveLength(2)
  })

  it('uses tables of other folders by their ids and file names', async () => {
    const desk = await folder.serve({
      'equity/us/prices.csv': prices,
      'by-id.sql': 'select count(*) as n from equity_us_prices',
      'by-name.sql': 'select count(*) as n from prices',
      'daily-prices.csv': prices,
      'by-words.sql': 'select count(*) as n from daily_prices',
      'by-quotes.sql': 'select count(*) as n from "daily-prices"',
    })
    expect(desk.findings()).toEqual([])
    for (const id of ['by-id', 'by-name', 'by-words', 'by-quotes']) expect(await desk.get(id)).toEqual([{ n: 3 }])
  })

  it.each([
    [
      'select *\nfrom prices\nwhere clsoe > 1',
      'line 3: Binder Error: Referenced column "clsoe" not found in FROM clause!',
    ],
    ['-- name x\nselect *\nform prices', 'line 3: Parser Error: syntax error at or near "prices"'],
    ['select * from prices\nwhere symbol = $symbol', 'line 2: $symbol is no parameter'],
    ['-- x day\n-- y price\nselect * from prices', 'line 2: the query has no column "price"'],
    ['-- type newsfeed\nselect * from prices', 'line 1: a newsfeed needs a column "title"'],
    [
      '-- param s endpoint "select nothing from prices"\nselect $s',
      'line 1: the choices of "s" cannot be read: Binder Error',
    ],
    ['-- param s endpoint "select $t"\nselect $s', 'line 1: its query uses $t, which is no parameter above it'],
    ['-- param n number default ten\nselect $n', 'line 1: "ten" is no number'],
    ["select * from read_text('/etc/hostname')", 'Permission Error'],
    ['drop table prices', 'Only a query'],
  ])('%j says what is wrong, and leaves the others alone', async (text, message) => {
    const desk = await folder.serve({ 'prices.csv': prices, 'bad.sql': text })
    expect(desk.findings()).toEqual([expect.stringContaining(message)])
    expect(desk.widget('bad')).toMatchObject({ type: 'markdown' })
    expect(await desk.get('prices')).toHaveLength(3)
  })
})
