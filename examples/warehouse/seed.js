// Makes the tables of this example: `DATABASE_URL=postgres://… npm run seed`. They live in a schema of their own.
import { readFileSync } from 'node:fs'
import { Client } from 'pg'

const read = (url) => readFileSync(url, 'utf8')
const movies = new URL('../data/movies.json', import.meta.resolve('vega-datasets'))

const client = new Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
const schema = client.escapeIdentifier(process.env.WAREHOUSE_SCHEMA ?? 'warehouse')
await client.query(`begin; create schema ${schema}; set local search_path = ${schema}`)
await client.query(read(new URL('schema.sql', import.meta.url)))
const { rowCount } = await client.query(read(new URL('seed.sql', import.meta.url)), [read(movies)])
await client.query('commit')
await client.end()
process.stdout.write(`${rowCount} films in ${schema}\n`)
