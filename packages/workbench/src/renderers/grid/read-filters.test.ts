import type { WireColumn } from 'deskwright/spec'
import { expect, test } from 'vitest'
import { readFilters } from './read-filters.ts'

const columns: readonly WireColumn[] = [
  { field: 'symbol', headerName: 'Symbol', cellDataType: 'text' },
  { field: 'price', headerName: 'Price', cellDataType: 'number' },
  { field: 'day', headerName: 'Day', cellDataType: 'dateString' },
]

test('filters that the columns have are known', () => {
  const model = {
    symbol: { filterType: 'text', type: 'contains', filter: 'A' },
    price: { filterType: 'number', type: 'greaterThan', filter: 5 },
    day: { filterType: 'date', operator: 'OR', conditions: [{ type: 'blank' }, { type: 'inRange' }] },
  }
  expect(readFilters(model, columns)).toEqual({ known: model, foreign: {} })
})

test('a filter of several is the one that says something', () => {
  const values = { filterType: 'set', values: ['AAPL'] }
  expect(readFilters({ symbol: { filterType: 'multi', filterModels: [null, values] } }, columns).known).toEqual({
    symbol: values,
  })
})

test('what the columns cannot do is kept apart', () => {
  const model = {
    symbol: { filterType: 'text', operator: 'AND', conditions: [] },
    price: { filterType: 'set', values: [1] },
    gone: { filterType: 'text', type: 'contains', filter: 'A' },
  }
  expect(readFilters(model, columns)).toEqual({ known: {}, foreign: model })
  expect(readFilters('nonsense', columns)).toEqual({ known: {}, foreign: {} })
})
