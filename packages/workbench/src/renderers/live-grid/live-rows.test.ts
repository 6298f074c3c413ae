import { expect, it } from 'vitest'
import { createLiveRows, readLiveMessage } from './live-rows.ts'
import { createToRowKey } from './row-key.ts'

const columns = [
  { field: 'symbol', headerName: 'Symbol' },
  { field: 'price', headerName: 'Price' },
  { field: 'note', headerName: 'Note', enableCellChangeWs: false },
]
const widget = { name: 'W', description: 'W', type: 'live_grid', endpoint: 'e' } as const
const bySymbol = createToRowKey({ ...widget, data: { wsRowIdColumn: 'symbol' } })

it('joins the values of several identity columns', () => {
  const toRowKey = createToRowKey({ ...widget, data: { wsRowIdColumn: ['symbol', 'venue'] } })
  expect(toRowKey?.({ symbol: 'A', venue: 7 })).toBe('A-7')
  expect(toRowKey?.({ symbol: 'A' })).toBeUndefined()
})

it('changes defined fields that the row has, and tells which way each number went', () => {
  const live = createLiveRows([{ symbol: 'A', price: 1, note: 'n' }], columns, bySymbol)
  live.apply([{ symbol: 'A', price: 2, note: 'other', volume: 5 }])
  expect(live.rows).toEqual([{ symbol: 'A', price: 2, note: 'n' }])
  const { changed } = live.takeChanges()
  expect([...changed.values()].map((fields) => [...fields])).toEqual([[['price', 'up']]])
  expect(live.takeChanges().changed.size).toBe(0)
})

it('leaves the rows it was given as they are', () => {
  const given = [{ symbol: 'A', price: 1 }]
  createLiveRows(given, columns, bySymbol).apply([{ symbol: 'A', price: 2 }])
  expect(given).toEqual([{ symbol: 'A', price: 1 }])
})

it('counts updates of rows that nobody knows', () => {
  const live = createLiveRows([{ symbol: 'A', price: 1 }], columns, bySymbol)
  live.apply([{ symbol: 'Z', price: 2 }, { price: 3 }])
  expect(live.takeChanges()).toMatchObject({ unknown: 2, added: [] })
})

it('appends every update where rows have no identity', () => {
  const live = createLiveRows([], columns, createToRowKey(widget))
  live.apply([{ symbol: 'A' }, { symbol: 'A' }])
  expect(live.takeChanges().added).toEqual([{ symbol: 'A' }, { symbol: 'A' }])
})

it('reads one row, several, and says what is no row', () => {
  expect(readLiveMessage('{"a":1}')).toEqual({ updates: [{ a: 1 }] })
  expect(readLiveMessage('[{"a":1},{"a":2}]').updates).toHaveLength(2)
  expect(readLiveMessage('[1]').problem).toContain('no row')
  expect(readLiveMessage('{"a":').problem).toContain('no JSON')
  expect(readLiveMessage(new ArrayBuffer(1)).problem).toContain('binary')
})
