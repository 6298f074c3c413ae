import { column, param } from '../../index.ts'
import type { Database } from '../database.ts'
import { sql } from '../tag.ts'
import { ssrmTable } from './ssrm-table.ts'

declare const db: Database

// A table knows its database; the params of a function are inferred.
ssrmTable({ name: 'Trades', from: db.table('trades'), columns: { price: column.number('Price') } })
ssrmTable({
  name: 'Trades',
  params: { symbol: param.text('Symbol', { value: 'AAPL' }), day: param.date('Day', { value: '2026-01-31' }) },
  db,
  from: ({ symbol, day }, { user }) => {
    const text: string = symbol
    const date: string = day
    return sql`select * from trades where symbol = ${text} and day = ${date} and desk = ${user?.id ?? null}`
  },
})
ssrmTable({
  name: 'A table of each year',
  params: { year: param.text('Year', { value: '2026' }) },
  from: ({ year }) => db.table(`trades_${year}`),
})

// @ts-expect-error a query does not say in which database it runs
ssrmTable({ name: 'Lost', from: sql`select 1` })

// @ts-expect-error a query is written with the sql tag
ssrmTable({ name: 'Text', db, from: 'select 1' })

ssrmTable({
  name: 'Unknown param',
  params: { symbol: param.text('Symbol') },
  db,
  // @ts-expect-error there is no such param
  from: ({ ticker }) => sql`select ${ticker}`,
})
