import { readWidgets, type WireParam } from 'deskwright/spec'
import { expect, test } from 'vitest'
import { toDrawnRows, toParamRows } from './param-rows.ts'

const param = (paramName: string, rest: Partial<WireParam> = {}): WireParam => ({ paramName, type: 'text', ...rest })
const names = (rows: readonly (readonly WireParam[])[]) => rows.map((row) => row.map(({ paramName }) => paramName))
const read = (params: unknown) => {
  const { document } = readWidgets({ w: { name: 'W', description: 'W', endpoint: 'w', params } })
  return names(toParamRows(document?.['w'] as NonNullable<typeof document>[string]))
}

test.each([
  [[param('a'), param('b')], [['a', 'b']]],
  [
    [[param('a')], [param('b'), param('c')]],
    [['a'], ['b', 'c']],
  ],
  [
    [[], [param('a')]],
    [[], ['a']],
  ],
  [
    [param('a'), [param('b')], param('c')],
    [['a', 'c'], ['b']],
  ],
  [
    [param('a'), { ...param('b'), row: 1 }],
    [['a'], ['b']],
  ],
  [[], [[]]],
])('%j is drawn in the rows %j', (params, rows) => {
  expect(read(params)).toEqual(rows)
})

test('hidden params are not drawn', () => {
  expect(read([param('a', { show: false }), param('b')])).toEqual([['b']])
})

test('what a type draws as an editor is not drawn in the bar', () => {
  const params = [param('prompt'), param('query')]
  expect(names(toParamRows({ type: 'omni', params }))).toEqual([['query']])
  expect(names(toParamRows({ type: 'ssrm_table', params }))).toEqual([['prompt']])
  expect(names(toParamRows({ type: 'table', params }))).toEqual([['prompt', 'query']])
})

test('the query of a server-side table is an editor below the bar', () => {
  const params = [param('desk'), param('query', { show: false })]
  expect(toDrawnRows({ type: 'ssrm_table', params })).toEqual([
    [param('desk')],
    [param('query', { show: false, language: 'sql' })],
  ])
  expect(names(toDrawnRows({ type: 'ssrm_table', params: [param('desk')] }))).toEqual([['desk']])
  expect(names(toDrawnRows({ type: 'table', params }))).toEqual([['desk']])
})
