import { expect, test } from 'vitest'
import { readDocuments } from '../read-documents.ts'

const widget = { name: 'Prices', description: 'Of the day', endpoint: 'prices' }
const good = (paramName: string) => ({ paramName, type: 'text' })
const bad = { paramName: 'bad', type: 'number', value: 'many' }

test.each([
  ['flat', [good('a'), bad], 'params[1].value'],
  ['one row', [[good('a'), bad]], 'params[0][1].value'],
  ['mixed', [good('a'), [good('b'), bad]], 'params[1][1].value'],
  ['empty rows', [[], [bad]], 'params[1][0].value'],
  ['numbered rows', [{ ...bad, row: 1 }, good('a')], 'params[0].value'],
])('a finding about parameters that came %s is where they came', (_form, params, path) => {
  const { diagnostics } = readDocuments({ widgets: { prices: { ...widget, params } } })
  expect(diagnostics.map((finding) => `${finding.code} ${finding.path}`)).toEqual([`param-default ${path}`])
})

test('a finding about a column behind one that cannot be read is where it came', () => {
  const columnsDefs = ['close', { field: 'a', headerName: 'A' }, { field: 'a', headerName: 'B' }]
  const { diagnostics } = readDocuments({ widgets: { prices: { ...widget, data: { table: { columnsDefs } } } } })
  expect(diagnostics.map(({ code, path }) => `${code} ${path}`)).toEqual([
    'value-illegal data.table.columnsDefs[0]',
    'column-duplicate data.table.columnsDefs[2]',
  ])
})
