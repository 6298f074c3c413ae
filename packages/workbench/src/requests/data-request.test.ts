import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptedWidgetTypes, type AcceptedWidget, type WireParam } from 'deskwright/spec'
import { toDataRequest } from './data-request.ts'
import { toInitialValues } from './param-values.ts'
import { toConnection, toParam, toWidget } from './widget.fixture.ts'

const connection = toConnection('http://a.test')
const common = { theme: 'dark', raw: false, now: Date.UTC(2026, 2, 31) } as const

const params: readonly WireParam[] = [
  toParam('text', { value: 'a b' }),
  toParam('number', { type: 'number', value: '20' }),
  toParam('flag', { type: 'boolean', value: 'False' }),
  toParam('from', { type: 'date', value: '$currentDate-1y' }),
  toParam('ids', { type: 'endpoint', optionsEndpoint: 'ids', multiSelect: true, value: ['a', 'b'] }),
  toParam('none', { value: null }),
  toParam('hidden', { value: 'h', show: false }),
  toParam('add', { type: 'form', endpoint: 'add' }),
]

const ask = (widget: Partial<AcceptedWidget>, values = {}) => {
  const whole = toWidget(widget)
  return toDataRequest(connection, whole, { ...common, values: toInitialValues(whole, values) })
}
const queryOf = (url: string) => Object.fromEntries(new URL(url).searchParams)
const bodyOf = ({ body }: { readonly body?: string }) => JSON.parse(body ?? 'null') as unknown

describe('a widget that is asked by GET', () => {
  test('sends every value in the query, several as a comma list, empty ones and forms not', () => {
    const request = ask({ params })
    expect(request.method).toBe('GET')
    expect(request.body).toBeUndefined()
    expect(request.url).toContain('ids=a%2Cb')
    expect(queryOf(request.url)).toEqual({
      text: 'a b',
      number: '20',
      flag: 'false',
      from: '2025-03-31',
      ids: 'a,b',
      hidden: 'h',
    })
  })

  test('sends what its place in an app says instead of the defaults', () => {
    expect(queryOf(ask({ params }, { text: 'other', flag: 'True', stranger: 1 }).url)).toMatchObject({
      text: 'other',
      flag: 'true',
    })
  })

  test('sends params of all rows', () => {
    const request = ask({ params: [[toParam('a', { value: 1 })], [], [toParam('b', { value: 2 })]] })
    expect(queryOf(request.url)).toEqual({ a: '1', b: '2' })
  })

  test('puts values into the path', () => {
    const request = ask({ endpoint: 'rows/{ids}/{from}', params })
    expect(request.url).toMatch('http://a.test/rows/a%2Cb/2025-03-31?')
    expect(queryOf(request.url)).not.toHaveProperty('ids')
  })

  test('tells the theme to the types that draw with it, and only to them', () => {
    const themed = acceptedWidgetTypes.filter((type) => ask({ type }).url.includes('theme=dark'))
    expect(themed).toEqual(['chart', 'chart-highcharts', 'chart-vegalite', 'markdown', 'iframe'])
  })

  test('says raw only while the raw view is on and offered', () => {
    const url = (raw: boolean, offered: boolean) =>
      toDataRequest(connection, toWidget({ type: 'chart', raw: offered }), { ...common, values: {}, raw }).url
    expect([url(true, true), url(false, true), url(true, false)]).toEqual([
      'http://a.test/rows?theme=dark&raw=true',
      'http://a.test/rows?theme=dark',
      'http://a.test/rows?theme=dark',
    ])
  })
})

describe('a widget that is asked by POST', () => {
  test('omni sends everything in the body, in its JSON types, and always a prompt', () => {
    const request = ask({ type: 'omni', params: [...params, toParam('prompt', { show: false })] })
    expect(request).toMatchObject({ method: 'POST', url: 'http://a.test/rows' })
    expect(bodyOf(request)).toEqual({
      text: 'a b',
      number: 20,
      flag: false,
      from: '2025-03-31',
      ids: ['a', 'b'],
      none: null,
      hidden: 'h',
      prompt: '',
    })
  })

  test('a file viewer sends its chosen files in order, once each', () => {
    const doc = toParam('doc', { type: 'endpoint', optionsEndpoint: 'docs', roles: ['fileSelector'], value: 'b' })
    const widget = { type: 'multi_file_viewer', params: [doc, toParam('kind', { value: 'all' })] } as const
    expect(bodyOf(ask(widget))).toEqual({ doc: ['b'], kind: 'all' })
    expect(bodyOf(ask(widget, { doc: ['b', 'a', 'b'] }))).toEqual({ doc: ['a', 'b'], kind: 'all' })
    expect(bodyOf(ask(widget, { doc: [] }))).toEqual({ doc: [], kind: 'all' })
  })

  test('a server-side table sends its params in the query and the rows it wants in the body', () => {
    const request = ask({
      type: 'ssrm_table',
      params: [toParam('desk', { value: 'fx' }), toParam('query', { value: 'select 1' })],
    })
    expect(request.url).toBe('http://a.test/rows?desk=fx&query=select+1')
    expect(request.headers).toEqual({ 'Content-Type': 'application/json' })
    expect(bodyOf(request)).toEqual({ startRow: 0, endRow: 500, query: 'select 1' })
  })
})

test('whatever the text, the backend reads back what was entered', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (text) => {
      const request = ask({ params: [toParam('q')] }, { q: text })
      expect(new URL(request.url).searchParams.get('q')).toBe(text)
    }),
  )
})
