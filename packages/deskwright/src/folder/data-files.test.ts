import { readFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { useFolder } from './desk.fixture.ts'

const folder = useFolder()

describe('a data file', () => {
  it.each([
    ['prices.csv', 'symbol,price\nA,1.5\nB,2\n'],
    ['prices.tsv', 'symbol\tprice\nA\t1.5\nB\t2\n'],
    ['prices.json', '[{"symbol":"A","price":1.5},{"symbol":"B","price":2}]'],
    ['prices.ndjson', '{"symbol":"A","price":1.5}\n{"symbol":"B","price":2}\n'],
    ['prices.jsonl', '{"symbol":"A","price":1.5}\n{"symbol":"B","price":2}'],
    ['prices.json', '{"symbol":"A","price":1.5}\n{"symbol":"B","price":2}\n'],
  ])('%s becomes a table', async (path, text) => {
    const desk = await folder.serve({ [path]: text })
    expect(desk.findings()).toEqual([])
    expect(desk.widget('prices')).toMatchObject({ name: 'Prices', type: 'table', source: [path] })
    expect(desk.columns('prices')).toMatchObject({
      symbol: { headerName: 'Symbol', cellDataType: 'text' },
      price: { headerName: 'Price', cellDataType: 'number' },
    })
    expect(await desk.get('prices')).toEqual([
      { symbol: 'A', price: 1.5 },
      { symbol: 'B', price: 2 },
    ])
  })

  it('may be compressed', async () => {
    const desk = await folder.serve({ 'prices.csv.gz': gzipSync('symbol,price\nA,1\n') })
    expect(desk.findings()).toEqual([])
    expect(await desk.get('prices')).toEqual([{ symbol: 'A', price: 1 }])
  })

  it('gets formats that follow from names and types', async () => {
    const desk = await folder.serve({
      'all.json': JSON.stringify([
        {
          market_cap: 1000,
          budgetYear: 2026,
          'zip code': 8001,
          day: '2026-01-02',
          at: '2026-01-02T03:04:05',
          open: true,
        },
      ]),
    })
    expect(desk.columns('all')).toMatchObject({
      market_cap: { headerName: 'Market cap', formatterFn: 'int' },
      budgetYear: { headerName: 'Budget year', formatterFn: 'none' },
      'zip code': { headerName: 'Zip code', formatterFn: 'none' },
      day: { cellDataType: 'dateString', chartDataType: 'time' },
      at: { cellDataType: 'dateString', chartDataType: 'time' },
      open: { cellDataType: 'boolean' },
    })
  })

  it('keeps nested values readable', async () => {
    const desk = await folder.serve({
      'all.json': '[{"trend":[1,2,3],"tags":["a","b"],"place":{"city":"Bern"},"card":{"value":1,"note":"x"}}]',
    })
    expect(desk.columns('all')).toMatchObject({
      trend: { sparkline: { type: 'line' } },
      card: { renderFn: 'hoverCard' },
    })
    expect(await desk.get('all')).toEqual([
      { trend: [1, 2, 3], tags: '["a","b"]', place: '{"city":"Bern"}', card: { value: 1, note: 'x' } },
    ])
  })

  it('has fields that a grid can find, in the order of the file', async () => {
    const desk = await folder.serve({ 'iris.csv': 'Petal.Length,2020,1962,__proto__\n1,2,3,4\n' })
    expect(Object.values(desk.columns('iris')).map(({ headerName }) => headerName)).toEqual([
      'Petal.Length',
      '2020',
      '1962',
      'Proto',
    ])
    expect(await desk.get('iris')).toEqual([{ Petal_Length: 1, _2020: 2, _1962: 3, ___proto__: 4 }])
  })

  it.each([
    ['Jan 1 2000', '2000-01-01'],
    ['3 February 2001', '2001-02-03'],
    ['2001/02/03 04:05', '2001-02-03T04:05:00'],
  ])('reads %s as a date', async (written, date) => {
    const desk = await folder.serve({
      'a.csv': `day,note\n${written},x\n,y\n`,
      'b.json': JSON.stringify([{ day: written }]),
    })
    expect(desk.columns('a')).toMatchObject({ day: { chartDataType: 'time' }, note: { cellDataType: 'text' } })
    expect(await desk.get('a')).toEqual([
      { day: date, note: 'x' },
      { day: null, note: 'y' },
    ])
    expect(await desk.get('b')).toEqual([{ day: date }])
  })

  it('takes no column for dates that holds something else as well', async () => {
    const days = ['Jan 1 2000', ...Array.from({ length: 200 }, () => 'Jan 2 2000'), 'later']
    const desk = await folder.serve({ 'a.json': JSON.stringify(days.map((day) => ({ day }))) })
    expect(desk.columns('a')).toMatchObject({ day: { cellDataType: 'text' } })
    expect(await desk.get('a')).toContainEqual({ day: 'later' })
  })

  it('keeps leading zeros', async () => {
    const desk = await folder.serve({ 'places.csv': 'zip,count\n00501,7\n10001,8\n' })
    expect(await desk.get('places')).toEqual([
      { zip: '00501', count: 7 },
      { zip: '10001', count: 8 },
    ])
  })

  it('that is a document becomes the tables it holds', async () => {
    const desk = await folder.serve({
      'graph.json': '{"nodes":[{"id":1}],"links":[{"from":1,"to":1}]}',
      'map.json':
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"mag":2},"geometry":{"type":"Point","coordinates":[8,47]}}]}',
      'facts.json': '{"width":3,"values":[1,2]}',
      'list.json': '[1,2]',
      'matrix.json': '[["a","b"],[1,2]]',
    })
    expect(await desk.get('graph_nodes')).toEqual([{ id: 1 }])
    expect(await desk.get('graph_links')).toEqual([{ from: 1, to: 1 }])
    expect(await desk.get('map')).toEqual([{ mag: 2, geometry: 'Point', longitude: 8, latitude: 47 }])
    expect(await desk.get('facts')).toEqual([
      { key: 'width', value: 3 },
      { key: 'values', value: '[1,2]' },
    ])
    expect(await desk.get('list')).toEqual([{ value: 1 }, { value: 2 }])
    expect(await desk.get('matrix')).toEqual([{ a: 1, b: 2 }])
  })
})

describe('a large table', () => {
  const rows = Array.from({ length: 10_001 }, (_, index) => `${index},row ${index % 7}`)

  it.each([
    ['numbers.csv', `n,petal.name\n${rows.join('\n')}\n`],
    ['numbers.json', JSON.stringify(rows.map((_, n) => ({ n, 'petal.name': `row ${n % 7}` })))],
  ])('of %s is paged on the server', async (path, text) => {
    const desk = await folder.serve({ [path]: text })
    expect(desk.widget('numbers')).toMatchObject({ type: 'ssrm_table' })
    expect(desk.columns('numbers')).toMatchObject({ petal_name: { headerName: 'Petal.name' } })
    expect(await desk.post('numbers', { startRow: 10_000, endRow: 10_500 })).toMatchObject({
      rowData: [{ n: 10_000, petal_name: 'row 4' }],
      rowCount: 10_001,
    })
    const filterModel = { petal_name: { filterType: 'text', type: 'equals', filter: 'row 3' } }
    const sortModel = [{ colId: 'n', sort: 'desc' }]
    expect(await desk.post('numbers', { startRow: 0, endRow: 1, filterModel, sortModel })).toMatchObject({
      rowData: [{ n: 9999 }],
      rowCount: 1429,
    })
  })

  it('of Parquet is sought in', async () => {
    const source = new URL('../data/flights-3m.parquet', import.meta.resolve('vega-datasets'))
    const desk = await folder.serve({ 'far/flights-3m.parquet': await readFile(source) })
    expect(desk.widget('far_flights-3m')).toMatchObject({ type: 'ssrm_table' })
    const { rowData, rowCount } = await desk.post('far_flights-3m', { startRow: 2_999_998, endRow: 3_000_500 })
    expect({ rows: rowData.length, rowCount }).toEqual({ rows: 2, rowCount: 3_000_000 })
  })
})

describe('a folder of like files', () => {
  it('is one table that names the file of each row', async () => {
    const desk = await folder.serve({
      'daily/AAPL.csv': 'day,close\n2026-01-02,1\n',
      'daily/MSFT.csv': 'day,close\n2026-01-02,2.5\n',
    })
    expect(Object.keys(desk.manifest.widgets)).toEqual(['daily'])
    expect(await desk.get('daily')).toEqual([
      { file: 'AAPL', day: '2026-01-02', close: 1 },
      { file: 'MSFT', day: '2026-01-02', close: 2.5 },
    ])
  })

  it('may have partitions', async () => {
    const desk = await folder.serve({
      'trades/year=2025/a.json': '[{"n":1}]',
      'trades/year=2026/b.json': '[{"n":2}]',
    })
    expect(await desk.get('trades')).toEqual([
      { file: 'a', n: 1 },
      { file: 'b', n: 2 },
    ])
  })

  it('is several tables when one file differs', async () => {
    const desk = await folder.serve({ 'mixed/a.csv': 'x,y\n1,2\n', 'mixed/b.csv': 'x,z\n1,2\n' })
    expect(Object.keys(desk.manifest.widgets)).toEqual(['mixed_a', 'mixed_b'])
  })
})

describe('the app', () => {
  it('has a tab for each folder', async () => {
    const desk = await folder.serve({
      'a.csv': 'x,y\n1,2\n',
      'equity/us/b.csv': 'x,y\n1,2\n',
      'rates/c.csv': 'x,y\n1,2\n',
    })
    expect(desk.manifest.apps).toMatchObject([
      {
        name: 'Desk',
        tabs: {
          desk: { name: 'Desk', layout: [{ i: 'a' }] },
          'equity--us': { name: 'Equity / US', layout: [{ i: 'equity_us_b' }] },
          rates: { name: 'Rates', layout: [{ i: 'rates_c' }] },
        },
      },
    ])
  })
})
