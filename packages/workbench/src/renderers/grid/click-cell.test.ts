import type { WireColumn } from 'deskwright/spec'
import { expect, it } from 'vitest'
import { clickCell } from './click-cell.ts'

function click(renderFnParams: WireColumn['renderFnParams'] & {}, row: Record<string, unknown>) {
  const done: unknown[] = []
  const column: WireColumn = { field: 'x', headerName: 'X', renderFn: ['greenRed', 'cellOnClick'], renderFnParams }
  clickCell(column, row, {
    setValues: (values) => void done.push(values),
    sendToAgent: (text) => void done.push(text),
    refresh: () => void done.push('refresh'),
  })
  return done
}

it('sets the param to what the cell shows', () => {
  expect(click({ actionType: 'groupBy', groupBy: { paramName: 'symbol' } }, { x: 'AAPL' })).toEqual([
    { symbol: 'AAPL' },
  ])
})

it('sets the param to another field of the row, and loads again when told so', () => {
  const groupBy = { paramName: 'id', valueField: 'isin', forceUpdate: true }
  expect(click({ actionType: 'groupBy', groupBy }, { x: 'A', isin: 7 })).toEqual([{ id: 7 }, 'refresh'])
})

it('groups when only the param is named', () => {
  expect(click({ groupBy: { paramName: 'symbol' } }, { x: 'A' })).toEqual([{ symbol: 'A' }])
})

it('hands the row to the agent in the words of the document', () => {
  const sendToAgent = { markdown: 'Explain {x} of {sector}, {nobody}' }
  expect(click({ actionType: 'sendToAgent', sendToAgent }, { x: 'A', sector: 'Tech' })).toEqual([
    'Explain A of Tech, {nobody}',
  ])
})

it('does nothing for empty cells, and for columns without an action', () => {
  expect(click({ actionType: 'groupBy', groupBy: { paramName: 'symbol' } }, { x: null })).toEqual([])
  expect(click({}, { x: 1 })).toEqual([])
})
