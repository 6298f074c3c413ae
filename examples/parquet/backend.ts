import { defineBackend, param, table } from 'deskwright'
import { duckdb, sql } from 'deskwright/sql'

const file = new URL('../data/flights-3m.parquet', import.meta.resolve('vega-datasets')) // or 'my/file.parquet'
const db = duckdb({ views: { flights: file } })

const origin = param.endpoint('From', {
  value: 'JFK',
  options: () => db.values(sql`select distinct origin from flights order by 1`),
})

const longest = table({
  name: 'Longest delays',
  params: { origin },
  load: ({ origin }) => db.query(sql`from flights where origin = ${origin} order by delay desc limit 100`),
})

export default defineBackend({ name: 'Flights', widgets: { longest } })
