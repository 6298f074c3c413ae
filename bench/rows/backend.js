// A table per size. BENCH_FILE names the DuckDB file.
import { defineBackend, table } from 'deskwright'
import { duckdb, sql } from 'deskwright/sql'
import { query, sizes } from './query.js'

const db = duckdb({ file: process.env.BENCH_FILE })
/** The peer runs the same text, so it is not written as a template here. */
const toFragment = (text) => sql(Object.assign([text], { raw: [text] }))

const widgets = sizes.map((rows) => [
  `rows-${rows}`,
  table({
    name: `${rows} rows`,
    description: 'Trades',
    endpoint: `rows/${rows}`,
    load: () => db.query(toFragment(query(rows))),
  }),
])

export default defineBackend({ name: 'Rows', widgets: Object.fromEntries(widgets) })
