import { chart, column, html, metric, newsfeed, note, param, table } from 'deskwright'
import { sql } from 'deskwright/sql'
import { db } from './data.ts'
import { toReturnsPage, type MonthReturn } from './returns-page.ts'

/** Shared by the widgets of the tab: sharing it is what makes them a group. */
const symbol = param.endpoint('Stock', {
  value: 'AAPL',
  description: 'One of the five stocks of the data set',
  options: () => db.values(sql`select distinct symbol from stocks order by 1`),
})

const from = param.date('From', { value: '2005-01-01', description: 'The first month shown' })

/** Monthly prices with the change from the month before. */
const changes = sql`
  select symbol, month, price, price / lag(price) over (partition by symbol order by month) - 1 as change
  from stocks`

export const performance = table({
  name: 'Performance',
  description: 'Five stocks since January 2000; click a symbol to load it everywhere',
  category: 'Equity',
  source: 'vega-datasets',
  gridData: { w: 16, h: 9 },
  columns: {
    symbol: column.text('Symbol', { pinned: 'left', width: 100, sets: symbol }),
    last: column.number('Last', { prefix: '$', decimalPlaces: 2 }),
    year: column.normalizedPercent('12 months', { decimalPlaces: 1, renderFn: 'greenRed' }),
    low: column.normalizedPercent('Worst month', {
      decimalPlaces: 1,
      colorRules: [{ condition: 'lt', value: -0.3, color: 'red', fill: true }],
    }),
    trend: column.sparkline('Since 2000', { type: 'area', options: { strokeWidth: 1, fillOpacity: 0.2 } }),
  },
  load: () =>
    db.query(sql`
    select symbol,
      arg_max(price, month) as last,
      arg_max(price, month) / max(price) filter (month = date '2009-03-01') - 1 as year,
      min(change) as low,
      list(price order by month) as trend
    from (${changes}) group by symbol order by symbol`),
})

export const prices = table({
  name: 'Monthly prices',
  description: 'The price of one stock at the start of each month, newest first',
  category: 'Equity',
  source: 'vega-datasets',
  gridData: { w: 12, h: 14 },
  params: { symbol, from },
  columns: {
    month: column.date('Month', { pinned: 'left', chartDataType: 'time' }),
    price: column.number('Price', { prefix: '$', decimalPlaces: 2, chartDataType: 'series' }),
    change: column.normalizedPercent('Change', { decimalPlaces: 1, renderFn: 'greenRed', chartDataType: 'excluded' }),
  },
  load: ({ symbol, from }) =>
    db.query(sql`
    select month, price, change from (${changes})
    where symbol = ${symbol} and month >= ${from}::date order by month desc`),
})

export const priceChart = chart({
  name: 'Price',
  description: 'The price of one stock over time',
  category: 'Equity',
  source: 'vega-datasets',
  gridData: { w: 24, h: 12 },
  params: { symbol, from },
  x: 'month',
  y: 'price',
  columns: { price: column.number('Price', { prefix: '$', decimalPlaces: 2 }) },
  load: ({ symbol, from }) =>
    db.query<{ month: string; price: number }>(sql`
    select month, price from stocks where symbol = ${symbol} and month >= ${from}::date order by month`),
})

const summary = (symbol: string) =>
  db.query<{ last: number | null; record: number; record_month: string; change: number }>(sql`
    select arg_max(price, month) as last, max(price) as record, arg_max(month, price) as record_month,
      arg_max(change, month) as change
    from (${changes}) where symbol = ${symbol}`)

export const keyFigures = metric({
  name: 'Key figures',
  description: 'The last price of one stock with its change, its record, and how far it is below',
  category: 'Equity',
  source: 'vega-datasets',
  gridData: { w: 24, h: 5 },
  params: { symbol },
  load: async ({ symbol }) => {
    const rows = await summary(symbol).rows()
    return rows.flatMap(({ last, record, record_month, change }) => {
      if (last === null) return []
      return [
        { label: `${symbol}, last`, value: `$${last.toFixed(2)}`, delta: (change * 100).toFixed(1) },
        { label: `Record, ${record_month.slice(0, 7)}`, value: `$${record.toFixed(2)}` },
        { label: 'Below the record', value: `${((1 - last / record) * 100).toFixed(0)} %` },
      ]
    })
  },
})

const move = param.tabs('Direction', {
  options: [
    { label: 'Falls', value: 'falls' },
    { label: 'Rises', value: 'rises' },
  ],
})
const count = param.number('How many', { value: 10, options: [5, 10, 25] })

const largestMoves = (direction: 1 | -1, count: number) =>
  db.query<{ date: string; close: number; change: number; volume: number }>(sql`
    select date, close, close / previous - 1 as change, volume
    from (select *, lag(close) over (order by date) as previous from sp500)
    where previous is not null order by change * ${direction} limit ${count}`)

export const largestDays = newsfeed({
  name: 'Largest days of the S&P 500',
  description: 'The days on which the index moved most, 2000 to 2020',
  category: 'Index',
  source: 'vega-datasets',
  params: { move, count },
  load: async ({ move, count }) => {
    const days = await largestMoves(move === 'falls' ? 1 : -1, count).rows()
    return days.map(({ date, close, change, volume }) => {
      const percent = `${change > 0 ? '+' : '−'}${Math.abs(change * 100).toFixed(1)} %`
      return {
        title: `S&P 500 ${percent}`,
        date,
        author: 'vega-datasets',
        excerpt: `Closed at ${close.toFixed(2)} on ${date}`,
        body: `The index closed at **${close.toFixed(2)}**, ${percent} from the day before, on a volume of ${(volume / 1e9).toFixed(2)} billion.`,
      }
    })
  },
})

const monthlyReturns = (symbol: string) =>
  db.query<MonthReturn>(sql`
    select year(month)::int as year, month(month)::int as month, change from (${changes})
    where symbol = ${symbol} and change is not null order by year, month`)

export const returnsByMonth = html({
  name: 'Returns by month',
  description: 'Every month of one stock as a coloured cell, a row for each year',
  category: 'Equity',
  source: 'vega-datasets',
  gridData: { w: 20, h: 12 },
  params: { symbol },
  load: async ({ symbol }, { theme }) => toReturnsPage(await monthlyReturns(symbol).rows(), theme),
  raw: ({ symbol }) => monthlyReturns(symbol),
})

export const deskNote = note({
  name: 'Desk note',
  description: 'What to look at on this desk; yours to edit',
  category: 'Help',
  load: () => `## Morning routine

1. Click a symbol under *Performance*: price, key figures and calendar follow.
2. Pick *Falls* or *Rises* to see the days that made history.
3. Switch to *Economy* for the labour market behind them.`,
})
