import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { app, column, defineBackend, param, table } from '../index.ts'
import { duckdb, sql } from './index.ts'

const stocks = fileURLToPath(new URL('../../../../node_modules/vega-datasets/data/stocks.csv', import.meta.url))

const db = duckdb({
  views: { prices: sql`select symbol, strptime(date, '%b %-d %Y')::date as date, price from read_csv(${stocks})` },
})
afterAll(() => db.close())

const symbol = param.endpoint('Symbol', {
  value: 'AAPL',
  options: () => db.values(sql`select distinct symbol from prices order by 1`),
})
const from = param.date('From', { value: '2010-01-01' })

const prices = table({
  name: 'Monthly prices',
  description: 'The price of one symbol, per month',
  category: 'Equity',
  params: { symbol, from },
  columns: {
    date: column.date('Month', { chartDataType: 'time' }),
    price: column.number('Price', { decimalPlaces: 2 }),
  },
  load: ({ symbol, from }) =>
    db.query(sql`
    select date, price from prices where symbol = ${symbol} and date >= ${from} order by date`),
})

const movers = table({
  name: 'Movers',
  description: 'The highest price of each symbol; click one to load it',
  columns: { symbol: column.text('Symbol', { sets: symbol }), price: column.number('Price') },
  load: () => db.query(sql`select symbol, max(price) as price from ${db.table('prices')} group by 1 order by 2 desc`),
})

const backend = defineBackend({
  name: 'Acme Markets',
  widgets: { prices, movers },
  apps: [app({ name: 'Equity desk', tabs: { Overview: [[movers, prices]] } })],
})

const get = async (path: string) => {
  const response = await backend.fetch(new Request(new URL(path, 'http://127.0.0.1:7779')))
  return { status: response.status, body: (await response.json()) as unknown }
}

interface WireWidget {
  readonly endpoint: string
  readonly params?: readonly { readonly optionsEndpoint?: string }[]
}

describe('a backend on DuckDB', () => {
  it('answers a table with the rows of its query', async () => {
    const { body: widgets } = (await get('/widgets.json')) as { body: Record<string, WireWidget> }
    expect(await get(`/${widgets['prices']!.endpoint}?symbol=IBM&from=2010-02-01`)).toEqual({
      status: 200,
      body: [
        { date: '2010-02-01', price: 127.16 },
        { date: '2010-03-01', price: 125.55 },
      ],
    })
    expect((await get(`/${widgets['movers']!.endpoint}`)).body).toMatchObject([
      { symbol: 'GOOG' },
      { symbol: 'AAPL' },
      {},
      {},
      {},
    ])
  })

  it('fills a dropdown', async () => {
    const { body: widgets } = (await get('/widgets.json')) as { body: Record<string, WireWidget> }
    const { optionsEndpoint } = widgets['prices']!.params!.find((entry) => entry.optionsEndpoint)!
    expect(JSON.stringify((await get(`/${optionsEndpoint}`)).body)).toContain('GOOG')
  })
})
