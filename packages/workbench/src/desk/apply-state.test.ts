import type { AcceptedWidget } from 'deskwright/spec'
import { expect, test } from 'vitest'
import { applyState } from './apply-state.ts'

const widget: AcceptedWidget = {
  name: 'Prices',
  description: 'Prices',
  type: 'table',
  endpoint: 'prices',
  data: {
    dataKey: 'rows',
    table: {
      chartView: { chartType: 'bar' },
      columnsDefs: [
        { field: 'day', headerName: 'Day', pinned: 'left' },
        { field: 'open', headerName: 'Open' },
        { field: 'close', headerName: 'Close' },
      ],
    },
  },
}

test('a place without a state has the widget as it is', () => {
  expect(applyState(widget, {})).toBe(widget)
})

test('the chart view of a place goes before the widget’s', () => {
  expect(applyState(widget, { chartView: { enabled: true } }).data).toMatchObject({
    dataKey: 'rows',
    table: { chartView: { enabled: true, chartType: 'bar' } },
  })
})

test('a table that is no chart, and never was, stays as it is', () => {
  const plain = { ...widget, data: {} }
  expect(applyState(plain, { chartView: { enabled: false, chartType: 'line' } })).toBe(plain)
})

test('columns stand as they were arranged', () => {
  const state = {
    columnPinning: { leftColIds: ['close'], rightColIds: [] },
    columnOrder: { orderedColIds: ['close', 'day'] },
    columnVisibility: { hiddenColIds: ['open'] },
    sort: { sortModel: [{ colId: 'day', sort: 'desc' }] },
  }
  expect(applyState(widget, { columnState: { default: state } }).data?.table?.columnsDefs).toEqual([
    { field: 'close', headerName: 'Close', pinned: 'left', hide: false },
    { field: 'day', headerName: 'Day', hide: false, sort: 'desc', sortIndex: 0 },
    { field: 'open', headerName: 'Open', hide: true },
  ])
})
