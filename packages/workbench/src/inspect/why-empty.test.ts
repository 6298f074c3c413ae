import type { AcceptedWidget } from 'deskwright/spec'
import { expect, test } from 'vitest'
import type { RequestState } from '../requests/request-state.ts'
import { findReasons } from './why-empty.ts'

const table: AcceptedWidget = { name: 'Prices', description: 'x', type: 'table', endpoint: 'p' }
const columns: Partial<AcceptedWidget> = {
  data: { table: { columnsDefs: [{ field: 'Symbol', headerName: 'Symbol' }] } },
}

function answer(text: string, status = 200): RequestState {
  const head = { status, statusText: 'OK', headers: { 'content-type': 'application/json' } }
  return { phase: 'finished', head, headAfter: 1, finishedAfter: 2, body: { text, bytes: text.length, cut: false } }
}

function reasonOf(state: RequestState, widget: Partial<AcceptedWidget> = {}, values = {}) {
  const last = { url: 'http://a.example/p', state }
  const [first] = findReasons({ widget: { ...table, ...widget }, last, values })
  return first === undefined ? undefined : `${first.message} ${first.hint}`
}

test.each<[string, RequestState, Partial<AcceptedWidget>, string]>([
  ['nothing in it', answer('[]'), {}, 'The backend answered well, but with nothing in it'],
  ['a refusal', answer('{"detail":"no"}', 422), {}, 'refused with 422: {"detail":"no"} A param is missing'],
  ['204', answer('', 204), {}, 'Answer 200 with []'],
  ['an object', answer('{"rows":[{"a":1}]}'), {}, 'Set data.dataKey to "rows"'],
  ['an empty object', answer('{"ok":true}'), { data: { dataKey: 'rows' } }, 'dataKey is "rows", but'],
  ['other columns', answer('[{"symbol":"A"}]'), columns, 'None of its columns is in the rows: Symbol.'],
  ['a page', answer('<html>'), {}, 'A page came instead of data'],
  ['no figure', answer('{"x":[1]}'), { type: 'chart' }, 'a chart needs a Plotly figure'],
  [
    'a broken answer',
    answer('[{"a": NaN}]'),
    {},
    'The answer says that it is JSON (application/json), but it is not: ',
  ],
  ['a redirect', answer('', 0), {}, 'The backend answers /p by sending the page on'],
  [
    'no answer',
    { phase: 'failed', message: 'Failed to fetch', isLate: false, finishedAfter: 1 },
    {},
    'without CORS headers',
  ],
  [
    'a late answer',
    { phase: 'failed', message: 'Nothing for 60 seconds.', isLate: true, finishedAfter: 1 },
    {},
    'Nothing for 60 seconds. Look at',
  ],
])('a widget that got %s is explained', (_what, state, widget, expected) => {
  expect(reasonOf(state, widget)).toContain(expected)
})

test('the values that were sent are named, and those that were not', () => {
  const params = [
    { paramName: 'symbol', type: 'text', label: 'Symbol', description: 'x', value: 'AAPL' },
    { paramName: 'from', type: 'date', label: 'From', description: 'x' },
  ] as AcceptedWidget['params'] & object
  const said = reasonOf(answer('[]'), { params }, { symbol: 'AAPL' })
  expect(said).toContain('for symbol=AAPL.')
  expect(said).toContain('Not sent, because they have no value: from.')
})

test('a run button that nobody pressed is named', () => {
  expect(findReasons({ widget: { ...table, runButton: true }, values: {} })[0]?.message).toContain('nobody pressed it')
})

test('rows as they should be need no explanation', () => {
  expect(reasonOf(answer('[{"Symbol":"A"}]'), columns)).toBeUndefined()
})
