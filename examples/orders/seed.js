// Makes the table of this example: `DATABASE_URL=postgres://… npm run seed`. It lives in a schema of its own.
import { readFileSync } from 'node:fs'
import { Client } from 'pg'

const client = new Client({ connectionString: process.env.DATABASE_URL })
await client.connect()
const schema = client.escapeIdentifier(process.env.ORDERS_SCHEMA ?? 'orders')
await client.query(`begin; create schema ${schema}; set local search_path = ${schema}`)
await client.query(readFileSync(new URL('schema.sql', import.meta.url), 'utf8'))
await client.query('commit')
await client.end()
