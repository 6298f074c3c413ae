import { expect, it } from 'vitest'
import { inferDataType, toColumns, toTitle } from './infer-columns.ts'

const rows = [
  { name: 'A', tvl: null, when: '2026-01-01' },
  { name: 'B', tvl: 3, when: '2026-01-02', note: { value: 1 }, open: true },
]

it.each([
  ['name', 'text'],
  ['tvl', 'number'],
  ['when', 'dateString'],
  ['note', 'object'],
  ['open', 'boolean'],
  ['nothing', 'text'],
])('takes %s for %s', (field, type) => {
  expect(inferDataType(rows, field)).toBe(type)
})

it('makes a column of every field, also of those that only later rows have', () => {
  expect(toColumns(rows, undefined, false).map(({ field }) => field)).toEqual(['name', 'tvl', 'when', 'note', 'open'])
})

it('shows defined columns alone, unless all are to be shown', () => {
  const defined = [{ field: 'tvl', headerName: 'TVL' }]
  expect(toColumns(rows, defined, false)).toEqual([{ field: 'tvl', headerName: 'TVL', cellDataType: 'number' }])
  expect(toColumns(rows, defined, true).map(({ field }) => field)).toEqual(['tvl', 'name', 'when', 'note', 'open'])
})

it.each([
  ['change_1d', 'Change 1d'],
  ['earningsPerShare', 'Earnings Per Share'],
  ['P/E', 'P/E'],
  ['GDP', 'GDP'],
])('titles %s as %s', (field, title) => {
  expect(toTitle(field)).toBe(title)
})
