import { setTimeout as wait } from 'node:timers/promises'
import { column, newsfeed, param } from 'deskwright'
import { liveGrid } from 'deskwright/live'
import { sql, tradingChart } from 'deskwright/sql'
import { companies, db } from './data.ts'

const udf = tradingChart({
  name: 'TradingView',
  description: 'The S&P 500 since 2000, by the day',
  category: 'Finance',
  endpoint: 'udf',
  gridData: { w: 40, h: 20 },
  defaultSymbol: 'SPX',
  updateFrequency: 60_000,
  chartConfig: { upColor: '#26a69a', downColor: '#ef5350', showVolume: true },
  from: db.table('days'),
  symbolInfo: {
    description: 'S&P 500',
    exchange: 'Index',
    type: 'index',
    timezone: 'America/New_York',
    session: '0930-1600',
  },
})

const quotes = companies.map(({ value }, index) => ({ symbol: value, price: 100 + index * 50, change: 0 }))

const live = liveGrid({
  name: 'Live grid',
  description: 'Prices that move, made up',
  gridData: { w: 20, h: 9 },
  rowId: 'symbol',
  columns: {
    symbol: column.text('Symbol', { pinned: 'left' }),
    price: column.number('Price', { decimalPlaces: 2, enableCellChangeWs: true }),
    change: column.percent('Change', { renderFn: 'greenRed', enableCellChangeWs: true }),
  },
  load: () => quotes,
  async *subscribe(_, { signal }) {
    for (let turn = 0; !signal.aborted; turn += 1) {
      await wait(250, undefined, { signal })
      const quote = quotes[turn % quotes.length]!
      const change = Math.sin(turn / 7) * 2
      yield { symbol: quote.symbol, price: quote.price * (1 + change / 100), change }
    }
  },
})

const news = newsfeed({
  name: 'News',
  description: 'The largest days of the S&P 500',
  gridData: { w: 20, h: 9 },
  params: { count: param.number('How many', { value: 5, options: [5, 10] }) },
  load: async ({ count }) => {
    const days = await db
      .query<{ date: string; move: number; close: number }>(
        sql`select date::date as date, close, (close / lag(close) over (order by date) - 1) * 100 as move
          from sp500 qualify move is not null order by abs(move) desc limit ${count}`,
      )
      .rows()
    return days.map(({ date, move, close }) => ({
      title: `S&P 500 ${move.toFixed(1)} %`,
      date,
      author: 'vega-datasets',
      excerpt: `It closed at ${close.toFixed(2)}.`,
      body: `On ${date} the S&P 500 moved by **${move.toFixed(2)} %** and closed at ${close.toFixed(2)}.`,
    }))
  },
})

/** Widgets that change while one looks. */
export const moving = { udf, live, news }
