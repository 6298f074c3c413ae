import { app, column, group, param, place, table, type BackendOptions } from '../../src/index.ts'

const symbol = param.endpoint('Symbol', { value: 'AAPL', options: () => [] })
const from = param.date('From', { value: '$currentDate-1y' })
const since = param.date('Since', { value: '2026-01-01' })
const ticker = param.ticker('Ticker', { value: 'MSFT' })
const side = param.text('Side', { options: ['buy', 'sell'], multiSelect: true, value: ['buy'] })
const alone = param.text('Alone')

const load = () => []
const sender = table({ name: 'Only sends', columns: { symbol: column.text('Symbol', { sets: symbol }) }, load })
const both = table({
  name: 'Sends and receives',
  params: { symbol, side },
  columns: { symbol: column.text('Symbol', { sets: symbol }), side: column.text('Side', { sets: side }) },
  load,
})
const shown = param.text('Shown though clicked', { show: true })
const drawn = table({
  name: 'Sends, receives and shows',
  params: { shown },
  columns: { a: column.text('A', { sets: shown }) },
  load,
})
const prices = table({ name: 'Prices', params: { symbol, from, since }, load })
const trades = table({ name: 'Trades', params: { symbol, from, side, since }, load })
const news = table({ name: 'News', params: { ticker, alone }, load })
const filings = table({ name: 'Filings', params: { ticker }, load })
const clicks = table({ name: 'Clicks on tickers', columns: { t: column.text('T', { sets: ticker }) }, load })

/** The groups that follow from shared parameters, and those that are said. */
export default {
  name: 'Groups',
  widgets: { sender, both, drawn, prices, trades, news, filings, clicks },
  apps: [
    app({ name: 'Shared', tabs: { One: [[sender, both], [prices, trades], [drawn]], Two: [[prices]] } }),
    app({ name: 'Tickers', tabs: { '': [[news, filings], [clicks]] } }),
    app({ name: 'Sends to itself only', tabs: { '': [[both]] } }),
    app({
      name: 'Compared',
      tabs: {
        '': [
          [prices, place(prices, { state: { params: { symbol: 'MSFT' } } })],
          [place(trades, { state: { params: { symbol: 'AAPL' } } }), both],
        ],
      },
    }),
    app({
      name: 'One widget twice',
      tabs: { '': [[filings, place(filings, { state: { params: { ticker: 'AAPL' } } })]] },
    }),
    app({
      name: 'Said',
      tabs: { '': [[prices, trades], [both]] },
      groups: [group(symbol, { widgets: [prices, trades], defaultValue: 'NVDA' }), group(side)],
    }),
    app({ name: 'None', tabs: { '': [[prices, trades]] }, groups: [] }),
  ],
} satisfies BackendOptions
