import { expect, test } from 'vitest'
import { testBackend } from 'deskwright/testing'
import backend from './backend.ts'

const desk = testBackend(backend)

test('the desk has nothing to complain about', () => {
  expect(backend.manifest.diagnostics).toEqual([])
})

const { ask: _, allFlights: __, ...fetched } = backend.options.widgets

test.each(Object.keys(fetched) as (keyof typeof fetched)[])('%s answers with its defaults', async (id) => {
  const answer: unknown = await desk.get(id)
  expect(JSON.stringify(answer).length).toBeGreaterThan(20)
})

test('performance knows the five stocks and their last prices', async () => {
  const rows = await desk.get('performance')
  expect(rows.map(({ symbol }) => symbol)).toEqual(['AAPL', 'AMZN', 'GOOG', 'IBM', 'MSFT'])
  expect(rows[0]).toMatchObject({ last: 223.02, trend: expect.arrayContaining([25.94]) })
})

test('prices follow the symbol and the date', async () => {
  const rows = await desk.get('prices', { symbol: 'MSFT', from: '2010-01-01' })
  expect(rows.map(({ month, price }) => [month, price])).toEqual([
    ['2010-03-01', 28.8],
    ['2010-02-01', 28.67],
    ['2010-01-01', 28.05],
  ])
})

test('the chart takes its colours from the theme, and its raw view is the rows', async () => {
  const light = await desk.get('priceChart', { symbol: 'IBM' }, { theme: 'light' })
  expect(light.layout).toMatchObject({ paper_bgcolor: '#FFFFFF' })
  const rows: unknown = await desk.get('priceChart', { symbol: 'IBM', from: '2010-03-01' }, { raw: true })
  expect(rows).toEqual([{ month: '2010-03-01', price: 125.55 }])
})

test('destinations depend on the origin', async () => {
  const fromAtlanta = await desk.options('delays', 'destination', { origin: 'ATL' })
  const fromNowhere = await desk.options('delays', 'destination', { origin: 'NOWHERE' })
  expect(fromAtlanta.length).toBeGreaterThan(50)
  expect(fromNowhere).toEqual([])
})

test('the news are the days everyone remembers', async () => {
  const [worst] = await desk.get('largestDays', { move: 'falls', count: 5 })
  expect(worst).toMatchObject({ date: '2020-03-16', title: 'S&P 500 −12.0 %' })
})

test('clicks and shared parameters make the groups', async () => {
  const { apps } = await desk.documents()
  const groups = apps[0]?.groups?.map(({ paramName, widgetIds }) => [paramName, ...(widgetIds ?? [])])
  expect(groups).toEqual([
    ['symbol', 'performance', 'priceChart', 'keyFigures', 'prices', 'returnsByMonth'],
    ['from', 'priceChart', 'prices'],
    ['industries', 'unemployment', 'ranking'],
    ['origin', 'punctuality', 'routes', 'delays'],
    ['destination', 'punctuality', 'routes', 'delays'],
  ])
})

test('all flights are paged on the server, to the last one', async () => {
  const last = await desk.post('allFlights', { startRow: 2_999_998, endRow: 3_000_498 })
  expect([last.rowCount, last.rowData.length]).toEqual([3_000_000, 2])
  const busiest = await desk.post('allFlights', {
    rowGroupCols: [{ id: 'origin', field: 'origin', displayName: 'From' }],
    valueCols: [{ id: 'delay', field: 'delay', displayName: 'Delay', aggFunc: 'avg' }],
    sortModel: [{ colId: 'childCount', sort: 'desc' }],
    endRow: 1,
  })
  expect(busiest.rowData).toMatchObject([{ origin: 'ORD' }])
})

test('the console lists its tables, answers a query, and shows nothing else', async () => {
  const ask = async (prompt: string) => (await desk.post('ask', { prompt })).content
  expect(await ask('')).toContain('flights\n  date         TIMESTAMP\n')
  expect(await ask('select symbol, max(price) as record from stocks group by 1 order by 2 desc limit 1')).toEqual([
    { symbol: 'GOOG', record: 707 },
  ])
  expect(await ask('select * from stock_files')).toContain('The table "stock_files" is not available here.')
  expect(await ask(`select * from read_text('/etc/hostname')`)).toContain('read_text is not available here.')
})
