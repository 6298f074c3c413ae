import { duckdb, sql } from 'deskwright/sql'

const file = (name: string) => new URL(`../data/${name}`, import.meta.resolve('vega-datasets'))

/** Real data, shipped with npm: prices of five stocks by the month, the S&P 500 by the day, cars, and flights. */
export const db = duckdb({
  views: {
    stock_files: file('stocks.csv'),
    stocks: sql`select symbol, strptime(date, '%b %d %Y')::date as month, price from stock_files`,
    sp500: file('sp500-2000.csv'),
    days: sql`select 'SPX' as symbol, date::timestamp as time, open, high, low, close, volume from sp500`,
    cars: file('cars.json'),
    flights: file('flights-3m.parquet'),
  },
})

/** Three chains. The figures are samples, chosen so that every colour rule has something to show. */
export const chains = [
  {
    name: 'Ethereum',
    tvl: 45_000_000_000,
    change_1d: 2.5,
    change_7d: 10.2,
    founded: '2015-07-30',
    description: 'Runs programs',
  },
  {
    name: 'Bitcoin',
    tvl: 35_000_000_000,
    change_1d: -1.2,
    change_7d: 5.8,
    founded: '2009-01-03',
    description: 'Keeps a ledger',
  },
  {
    name: 'Solana',
    tvl: 8_000_000_000,
    change_1d: 5.1,
    change_7d: -12.4,
    founded: '2020-03-16',
    description: 'Settles fast',
  },
] as const

/** The five stocks. */
export const companies = [
  { label: 'Apple', value: 'AAPL', extraInfo: { description: 'Computers and phones', rightOfDescription: 'NASDAQ' } },
  { label: 'Amazon', value: 'AMZN', extraInfo: { description: 'Shops and servers', rightOfDescription: 'NASDAQ' } },
  { label: 'Google', value: 'GOOG', extraInfo: { description: 'Search', rightOfDescription: 'NASDAQ' } },
  { label: 'IBM', value: 'IBM', extraInfo: { description: 'Machines for business', rightOfDescription: 'NYSE' } },
  { label: 'Microsoft', value: 'MSFT', extraInfo: { description: 'Software', rightOfDescription: 'NASDAQ' } },
] as const
