import { afterAll, describe, expect, it } from 'vitest'
import { column, defineBackend, param } from '../../index.ts'
import { bothWays } from '../../http/both-ways.fixture.ts'
import { testBackend } from '../../testing/index.ts'
import { duckdb, sql, ssrmTable } from '../index.ts'
import { createFileMaker } from './files.fixture.ts'
import type { ModelTable } from './model.fixture.ts'
import { injections } from './random.fixture.ts'

const table: ModelTable = {
  columns: [
    { name: 'symbol', type: 'VARCHAR', kind: 'text' },
    { name: 'day', type: 'DATE', kind: 'date' },
    { name: 'quantity', type: 'BIGINT', kind: 'number', scale: 0 },
    { name: 'price', type: 'DOUBLE', kind: 'float' },
  ],
  rows: Array.from({ length: 2000 }, (_, index) => ({
    symbol: index % 100 === 7 ? null : (['AAPL', 'MSFT', 'IBM'][index % 3] ?? null),
    day: `2026-01-${String((index % 28) + 1).padStart(2, '0')}`,
    quantity: BigInt(index),
    price: index % 50 === 0 ? Number.NaN : (index % 500) / 4,
  })),
}
const files = await createFileMaker()
const { file, parquet } = await files.make(table)
const db = duckdb({ file, views: { archive: parquet } })
afterAll(async () => {
  await db.close()
  files.remove()
})

const symbol = param.text('Symbol', { value: 'AAPL' })
const backend = defineBackend({
  name: 'Desk',
  widgets: {
    trades: ssrmTable({
      name: 'Trades',
      description: 'Every trade',
      from: db.table('t'),
      columns: { symbol: column.text('Symbol'), price: column.number('Price') },
    }),
    archive: ssrmTable({ name: 'Archive', from: db.table('archive') }),
    ofSymbol: ssrmTable({
      name: 'Trades of a symbol',
      db,
      params: { symbol, query: param.text('Query') },
      from: ({ symbol }) => sql`select day, quantity from t where symbol = ${symbol} order by day, quantity; `,
    }),
  },
})
const client = testBackend(backend)

describe('ssrmTable', () => {
  it('answers without bounds, with bounds, and beyond the end', async () => {
    const all = await client.post('trades', {})
    expect([all.rowData.length, all.rowCount]).toEqual([500, 2000])
    const last = await client.post('trades', { startRow: 1999, endRow: 2100 })
    expect(last).toEqual({
      rowData: [{ symbol: 'MSFT', day: '2026-01-12', quantity: 1999, price: 124.75 }],
      rowCount: 2000,
    })
    expect(await client.post('trades', { startRow: 5000, endRow: 5500 })).toEqual({ rowData: [], rowCount: 2000 })
    expect(await client.post('trades', { startRow: 10, endRow: 10 })).toEqual({ rowData: [], rowCount: 2000 })
  })

  it.each(['trades', 'archive'] as const)(
    'puts the pages of %s together to the whole, whatever is sorted by',
    async (id) => {
      for (const sortModel of [[], [{ colId: 'symbol', sort: 'desc' }], [{ colId: 'price', sort: 'asc' }]]) {
        const whole = await client.post(id, { startRow: 0, endRow: 5000, sortModel })
        const pages = []
        for (let startRow = 0; startRow < 2000; startRow += 300) {
          pages.push(...(await client.post(id, { startRow, endRow: startRow + 300, sortModel })).rowData)
        }
        expect(pages).toEqual(whole.rowData)
      }
    },
  )

  it('binds params from the query and from the body, and ignores an editor that nobody reads', async () => {
    const probe = await client.post('ofSymbol', { startRow: 0, endRow: 10, symbol: 'IBM', query: 'drop table t' })
    expect(probe.rowData[0]).toEqual({ day: '2026-01-01', quantity: 56 })
    const response = await backend.fetch(
      new Request('http://desk.test/widgets/ofSymbol?symbol=MSFT', { method: 'POST', body: '{"symbol":"IBM"}' }),
    )
    const { rowData } = (await response.json()) as typeof probe
    expect(rowData[0]).toEqual({ day: '2026-01-01', quantity: 28 })
  })

  it('sums groups up, and opens one by its key', async () => {
    const grouped = {
      rowGroupCols: [{ id: 'symbol', field: 'symbol', displayName: 'Symbol' }],
      valueCols: [{ id: 'quantity', field: 'quantity', displayName: 'Quantity', aggFunc: 'max' }],
    }
    const { rowData, rowCount } = await client.post('trades', grouped)
    expect(rowCount).toBe(4)
    expect(rowData.map(({ symbol }) => symbol)).toEqual(['AAPL', 'IBM', 'MSFT', null])
    expect(rowData[3]).toEqual({ symbol: null, quantity: 1907, childCount: 20 })
    const opened = await client.post('trades', { ...grouped, groupKeys: [null] })
    expect([opened.rowData.length, opened.rowCount]).toEqual([20, 20])
  })

  describe.each(bothWays)('by $way', ({ connect }) => {
    it('answers bytes that say rows and count, and refuses an unknown column by name', async () => {
      const send = await connect(backend.fetch)
      const post = (body: object) => send('/widgets/trades', { method: 'POST', body: JSON.stringify(body) })
      const good = await post({ startRow: 1, endRow: 2 })
      expect(good.headers.get('content-type')).toBe('application/json')
      expect(await good.text()).toBe(
        '{"rowData":[{"symbol":"MSFT","day":"2026-01-02","quantity":1,"price":0.25}],"rowCount":2000}',
      )
      const bad = await post({ sortModel: [{ colId: 'prise', sort: 'asc' }] })
      expect([bad.status, await bad.json()]).toEqual([
        400,
        {
          detail:
            'The table has no column "prise", which the request names in its sort. Did you mean "price"? ' +
            'Its columns: "symbol", "day", "quantity", "price".',
        },
      ])
    })
  })

  it.each(injections)('refuses %j as the name of a column, and finds nothing by it as a value', async (text) => {
    const named = { id: text, field: text, displayName: text }
    const refused = [
      { sortModel: [{ colId: text, sort: 'asc' }] },
      { rowGroupCols: [named] },
      { valueCols: [{ ...named, aggFunc: 'sum' }] },
      { pivotMode: true, pivotCols: [named] },
      { filterModel: { filterType: 'text', colId: text, type: 'contains', filter: 'a' } },
      { filterModel: { quantity: { filterType: 'number', type: 'equals', filter: text } } },
      { filterModel: { day: { filterType: 'date', type: 'equals', dateFrom: text } } },
    ]
    for (const body of refused) await expect(client.post('trades', body)).rejects.toMatchObject({ status: 400 })
    const empty = { rowData: [], rowCount: 0 }
    const bySymbol = [{ id: 'symbol', field: 'symbol', displayName: 'Symbol' }]
    const byQuantity = [{ id: 'quantity', field: 'quantity', displayName: 'Quantity' }]
    for (const body of [
      { filterModel: { symbol: { filterType: 'text', type: 'contains', filter: text } } },
      { filterModel: { symbol: { filterType: 'set', values: [text] } } },
      { filterModel: { quantity: { filterType: 'set', values: [text] } } },
      { filterModel: { day: { filterType: 'set', values: [text] } } },
      { rowGroupCols: bySymbol, groupKeys: [text] },
      { rowGroupCols: byQuantity, groupKeys: [text] },
    ]) {
      expect(await client.post('trades', body)).toEqual(empty)
    }
    expect(await client.post('ofSymbol', { symbol: text })).toEqual(empty)
  })

  it.each([
    [
      'a filter that does not fit',
      { symbol: { filterType: 'number', type: 'equals', filter: 1 } },
      'holds VARCHAR; a number filter',
    ],
    ['a filter without a value', { symbol: { filterType: 'text', type: 'contains' } }, 'cannot compare with nothing'],
    ['a day that no month has', { day: { filterType: 'date', type: 'equals', dateFrom: '2026-02-31' } }, '2026-02-31'],
  ])('refuses %s', async (_title, filterModel, words) => {
    await expect(client.post('trades', { filterModel })).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining(words) as string,
    })
  })

  it('has to know its database', () => {
    // @ts-expect-error a query needs its database
    expect(() => ssrmTable({ name: 'Lost', from: sql`select 1` })).toThrow(
      expect.objectContaining({ code: 'ssrm-database-missing' }),
    )
  })
})
