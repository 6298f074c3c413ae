// A table per size. BENCH_FILE names the DuckDB file.
import { defineBackend, table } from 'deskwright'
import { duckdb, sql } from 'deskwright/sql'
import { query, sizes } from './query.js'

const db = duckdb({ file: process.env.BENCH_FILE })
const widgets = sizes.map((rows) => [
  `rows-${rows}`,
  table({
    name: `${rows} rows`,
    description: 'Trades',
    endpoint: `rows/${rows}`,
    load: () => db.query(sql([query(rows)])),
  }),
])

export default defineBackend({ name: 'Rows', widgets: Object.fromEntries(widgets) })
