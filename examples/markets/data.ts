import { duckdb, sql } from 'deskwright/sql'

/** The files of the `vega-datasets` package: real data, shipped with npm. */
const file = (name: string) => new URL(`../data/${name}`, import.meta.resolve('vega-datasets'))

/** Views over the files, as they are: nothing is copied, queries read the files. */
export const db = duckdb({
  views: {
    sp500: file('sp500-2000.csv'),
    stock_files: file('stocks.csv'),
    stocks: sql`select symbol, strptime(date, '%b %d %Y')::date as month, price from stock_files`,
    employment: file('us-employment.csv'),
    unemployment_file: file('unemployment-across-industries.json'),
    unemployment: sql`select series as industry, date::date as month, count, rate from unemployment_file`,
    flights: file('flights-3m.parquet'),
  },
})
