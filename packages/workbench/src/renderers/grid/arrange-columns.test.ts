import type { WireColumn } from 'deskwright/spec'
import { expect, test } from 'vitest'
import { arrangeColumns } from './arrange-columns.ts'
import { readArrangement, writeArrangement } from './arrangement.ts'

const columns: readonly WireColumn[] = [
  { field: 'day', headerName: 'Day', pinned: 'left' },
  { field: 'open', headerName: 'Open', sort: 'asc' },
  { field: 'close', headerName: 'Close' },
]

test('without an arrangement columns stand as they are defined', () => {
  expect(arrangeColumns(columns, readArrangement(undefined))).toEqual(columns)
})

test('columns stand as they were arranged', () => {
  const arrangement = readArrangement({
    default: {
      columnPinning: { leftColIds: ['close'], rightColIds: [] },
      columnOrder: { orderedColIds: ['close', 'day'] },
      columnVisibility: { hiddenColIds: ['open'] },
      columnSizing: { columnSizingModel: [{ colId: 'day', width: 90 }] },
      sort: { sortModel: [{ colId: 'day', sort: 'desc' }] },
    },
  })
  expect(arrangeColumns(columns, arrangement)).toEqual([
    { field: 'close', headerName: 'Close', pinned: 'left', hide: false },
    { field: 'day', headerName: 'Day', hide: false, width: 90, sort: 'desc', sortIndex: 0 },
    { field: 'open', headerName: 'Open', hide: true },
  ])
})

test.each([
  { default: { columnPinning: { leftColIds: 5 }, columnOrder: [], sort: { sortModel: [null, { colId: 1 }] } } },
  { default: { columnVisibility: 'all', columnSizing: { columnSizingModel: [{ colId: 'day', width: '9' }] } } },
])('what is no arrangement arranges nothing: %j', (states) => {
  const arranged = arrangeColumns(columns, readArrangement(states))
  expect(arranged.map(({ field, width }) => [field, width])).toEqual(columns.map(({ field }) => [field, undefined]))
})

test('an arrangement is written where one stands, and leaves the rest as it is', () => {
  const states = { default_undefined: { version: '33.2.1', focusedCell: { colId: 'day' }, rowGroup: {} } }
  const hidden = { columnVisibility: { hiddenColIds: ['open'] } }
  expect(writeArrangement(states, hidden)).toEqual({ default_undefined: { ...states.default_undefined, ...hidden } })
  expect(writeArrangement(undefined, hidden)).toEqual({ default: hidden })
})
