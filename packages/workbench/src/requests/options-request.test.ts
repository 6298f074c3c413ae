import { expect, test } from 'vitest'
import { toOptionsRequest, toParents } from './options-request.ts'
import { toConnection, toParam, toWidget } from './widget.fixture.ts'

const connection = toConnection('http://a.test')
const now = Date.UTC(2026, 2, 31)
const book = toParam('book', {
  type: 'endpoint',
  optionsEndpoint: '/books/',
  optionsParams: { desk: '$desk', day: '$day', limit: 50, gone: '$gone' },
})
const params = [toParam('desk'), toParam('day', { type: 'date' }), book]

test('options are asked for with the current values of the params that are named, and with what is written', () => {
  const request = toOptionsRequest(connection, toWidget({ params }), book, {
    values: { desk: 'rates', day: '$currentDate', book: 'x' },
    now,
  })
  expect(request?.url).toBe('http://a.test/books?desk=rates&day=2026-03-31&limit=50')
})

test('the fields of a form come before params of the same name', () => {
  const question = { values: { desk: 'rates' }, now, fields: { desk: 'fx' } }
  expect(toOptionsRequest(connection, toWidget({ params }), book, question)?.url).toContain('desk=fx')
})

test('a file viewer without written keys sends all its other values', () => {
  const doc = toParam('doc', { type: 'endpoint', optionsEndpoint: 'docs', roles: ['fileSelector'], multiSelect: true })
  const widget = toWidget({ type: 'multi_file_viewer', params: [doc, toParam('kind')] })
  const request = toOptionsRequest(connection, widget, doc, { values: { doc: ['a'], kind: 'pdf' }, now })
  expect(request?.url).toBe('http://a.test/docs?kind=pdf')
})

test('a dropdown without an endpoint asks nothing', () => {
  expect(toOptionsRequest(connection, toWidget(), toParam('a'), { values: {}, now })).toBeUndefined()
})

test('a dropdown depends on the params that its keys name', () => {
  expect(toParents(book)).toEqual(['desk', 'day', 'gone'])
  expect(toParents(toParam('a'))).toEqual([])
})
