import { column, defineBackend } from 'deskwright'
import { duckdb, sql, ssrmTable } from 'deskwright/sql'

// A million rows, made up; a file goes in its place: duckdb({ views: { trades: 'data/trades.parquet' } })
const made = sql`select i as id, (['AAPL', 'IBM', 'MSFT'])[i % 3 + 1] as symbol,
  date '2026-01-01' + cast(i // 5000 as integer) as day, i * 37 % 900 + 100 as quantity from range(1000000) as rows(i)`

const db = duckdb({ views: { trades: made } })

const trades = ssrmTable({
  name: 'Trades',
  description: 'Every trade, paged on the server',
  from: db.table('trades'),
  columns: {
    id: column.integer('Trade'),
    symbol: column.text('Symbol'),
    day: column.date('Day'),
    quantity: column.integer('Quantity', { aggFunc: 'sum' }),
  },
})

export default defineBackend({ name: 'Server-side table', widgets: { trades } })
