import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { check, type CheckOptions } from '../../packages/deskwright/src/check/check.ts'
import { probeErrors } from '../../packages/deskwright/src/errors/catalogue/probe.ts'
import { hasCapture, serveReplay } from '../workbench/replay-server.ts'
import { prices, serve } from './fleet.ts'

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => unknown

/** Serves one widget and what it is asked for. */
const serveWidget = (widget: object, answer: Answer): Promise<string> =>
  serve((request, response) => {
    response.setHeader('content-type', 'application/json')
    if (request.url === '/widgets.json') response.end(JSON.stringify({ prices: { ...prices, ...widget } }))
    else if (/^\/(?:apps|templates|agents)\.json$/.test(request.url ?? '')) response.writeHead(404).end()
    else void text(request).then((body) => answer(request, response, body))
  })

const send =
  (value: unknown): Answer =>
  (_request, response) =>
    response.end(typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value))
const status =
  (code: number, value: unknown = {}): Answer =>
  (_request, response) =>
    response.writeHead(code).end(code === 204 ? undefined : JSON.stringify(value))

/** Never ends, as fast as it is read. */
const stream: Answer = (_request, response) => {
  const chunk = Buffer.alloc(1 << 20, 32)
  const pump = () => {
    while (!response.destroyed && response.write(chunk));
    response.once('drain', pump)
  }
  pump()
}

const find = async (url: string, options: CheckOptions = {}) =>
  (await check(url, { only: ['widgets'], ...options })).findings
const say = async (widget: object, answer: Answer, options: CheckOptions = {}) =>
  (await find(await serveWidget(widget, answer), options)).map(({ severity, code, message }) => ({
    is: `${severity} ${code}`,
    message,
  }))

const columns = (...fields: readonly string[]) => ({
  data: { table: { columnsDefs: fields.map((field) => ({ field, headerName: field })) } },
})
const symbol = { paramName: 'symbol', type: 'text' }

describe('what a widget is answered', () => {
  test.each<[string, object, Answer]>([
    ['rows', {}, send([{ price: 1 }])],
    ['no rows', {}, send([])],
    ['rows deeper inside', { data: { dataKey: 'payload.rows' } }, send({ payload: { rows: [{ price: 1 }] } })],
    ['the columns that are declared', columns('price'), send([{ price: 1, volume: 2 }])],
    ['a figure', { type: 'chart' }, send({ data: [{ type: 'bar', x: [1], y: [2] }], layout: {} })],
    ['a figure below results', { type: 'chart' }, send({ results: { data: [{ type: 'bar' }] } })],
    ['a card', { type: 'metric' }, send({ label: 'AUM', value: 3 })],
    ['a text', { type: 'markdown' }, send('"# Hello"')],
    ['what a source of charts can do', { type: 'advanced_charting' }, send({ supports_search: true })],
    ['a page of rows', { type: 'ssrm_table' }, send({ rowData: [{ price: 1 }], rowCount: 1 })],
    ['that a value is missing', { params: [symbol] }, status(422, { detail: 'symbol' })],
    ['that a field is required', { params: [symbol] }, status(400, { detail: 'Field required' })],
  ])('may be %s', async (_name, widget, answer) => {
    expect(await say(widget, answer)).toEqual([])
  })

  test.each<[string, object, Answer, string, string]>([
    ['an error', {}, status(500, { detail: 'No table' }), 'error widget-status', '500: No table'],
    ['an error where a value is missing', { params: [symbol] }, status(404), 'warning widget-status', '404'],
    ['nothing', {}, status(204), 'warning widget-no-content', '204'],
    ['a page', {}, send('<!doctype html>'), 'error widget-unreadable', 'an HTML page'],
    ['NaN', {}, send('[{"price": NaN}]'), 'error widget-unreadable', 'it holds NaN'],
    ['half of it', {}, send('[{"price": 1}'), 'error widget-unreadable', 'it begins with'],
    ['an empty text', {}, send(''), 'error widget-unreadable', 'it is empty'],
    ['another encoding', {}, send(Buffer.from('[{"name": "Zürich"}]', 'latin1')), 'warning widget-encoding', 'UTF-8'],
    ['no rows', {}, send('"hello"'), 'error widget-shape', 'expected array; "hello" came'],
    ['rows that are none', {}, send([1]), 'error widget-shape', 'at [0]: expected record'],
    ['a chart for a card', { type: 'metric' }, send({ data: [] }), 'error widget-shape', '"metric"'],
    ['bare options', { type: 'chart-highcharts' }, send({ series: [] }), 'error widget-shape', 'userOptions'],
    ['no such part', { data: { dataKey: 'rows' } }, send({ data: [] }), 'error widget-data-key', '"rows"'],
    [
      'other fields',
      columns('Price', 'volume'),
      send([{ price: 1, volume: 2 }]),
      'warning widget-columns',
      'No row has "Price"',
    ],
    [
      'all pages at once',
      { type: 'ssrm_table' },
      send({ rowData: Array.from({ length: 20 }, () => ({ a: 1 })), rowCount: 20 }),
      'warning widget-page',
      '20 rows came',
    ],
    ['a list for a source of charts', { type: 'advanced_charting' }, send([]), 'error widget-shape', 'expected object'],
    ['no page', { type: 'ssrm_table' }, send({ rows: [] }), 'error widget-shape', 'rowData'],
    [
      'what may not be framed',
      { type: 'iframe' },
      (_request, response) => response.setHeader('x-frame-options', 'DENY').end('<p>'),
      'error widget-frame',
      'DENY',
    ],
    ['a broken connection', {}, (request) => request.socket.destroy(), 'error widget-unanswered', 'no answer'],
    [
      'events that never come',
      {},
      (_request, response) => response.setHeader('content-type', 'text/event-stream').flushHeaders(),
      'error widget-unanswered',
      'within 2 s',
    ],
    ['without an end', {}, stream, 'error widget-unanswered', 'more than 64 MB'],
    ['never', {}, () => undefined, 'error widget-unanswered', 'within 2 s'],
    ['half of it, for ever', {}, (_request, response) => response.write('['), 'error widget-unanswered', 'within 2 s'],
  ])('is said to be %s', async (_name, widget, answer, is, message) => {
    expect(await say(widget, answer, { timeout: message === 'within 2 s' ? 2000 : 30_000 })).toEqual([
      { is, message: expect.stringContaining(message) },
    ])
  })

  test('costs the widget when it is an error', async () => {
    const url = await serveWidget({}, status(500))
    const report = await check(url, { only: ['widgets'] })
    expect(report.errors).toMatchObject([
      { where: 'widget "prices"', loses: 'widget', place: { pointer: '/prices/endpoint' } },
    ])
    expect(report.summary).toContain('widget "prices"')
  })
})

test('a second page that is the first one again is found, one that follows is not', async () => {
  const page = (from: number) => ({
    rowData: Array.from({ length: 10 }, (_, index) => ({ row: from + index })),
    rowCount: 99,
  })
  const widget = { type: 'ssrm_table' }
  expect(await say(widget, send(page(0)))).toEqual([
    { is: 'warning widget-page', message: expect.stringContaining('the same ten rows') },
  ])
  const follow: Answer = (_request, response, body) =>
    response.end(JSON.stringify(page((JSON.parse(body) as { startRow: number }).startRow)))
  expect(await say(widget, follow)).toEqual([])
})

describe('how widgets are asked', () => {
  async function listen(widget: object, options: CheckOptions = {}): Promise<readonly string[]> {
    const asked: string[] = []
    const url = await serveWidget(widget, ({ method, url, headers }, response, body) => {
      asked.push([method, url, body, headers['x-api-key']].filter(Boolean).join(' '))
      response.end('[]')
    })
    await find(url, options)
    return asked
  }

  test('with their default values, in the query or in the body', async () => {
    const params = [
      { ...symbol, value: 'AAPL' },
      { paramName: 'venues', type: 'text', multiSelect: true, value: 'X,Y', options: [] },
      { paramName: 'empty', type: 'text', value: '' },
    ]
    expect(await listen({ params, endpoint: '/desk//{symbol}/' })).toEqual(['GET /desk/AAPL?venues=X%2CY'])
    expect(await listen({ params, type: 'omni' })).toEqual([
      'POST /prices {"symbol":"AAPL","venues":["X","Y"],"empty":"","prompt":"test validation query"}',
    ])
    expect(await listen({ params: [params[0]], type: 'ssrm_table' })).toEqual([
      'POST /prices?symbol=AAPL {"startRow":0,"endRow":10}',
    ])
    expect(await listen({ type: 'chart', endpoint: 'a?b=1' })).toEqual(['GET /a?b=1'])
    expect(await listen({ type: 'chart' })).toEqual(['GET /prices?theme=dark'])
  })

  test('with the headers of the connection, and never by forms', async () => {
    const form = {
      paramName: 'order',
      type: 'form',
      endpoint: 'orders',
      inputParams: [{ paramName: 'q', type: 'text' }],
    }
    expect(await listen({ params: [form] }, { headers: { 'X-API-KEY': 'secret' } })).toEqual(['GET /prices secret'])
  })

  test('for the options of their params, which another param may narrow', async () => {
    const venue = { paramName: 'venue', type: 'endpoint', optionsEndpoint: 'venues', optionsParams: { of: '$symbol' } }
    expect(await listen({ params: [{ ...symbol, value: 'AAPL' }, venue] })).toContain('GET /venues?of=AAPL')
    const [finding] = await find(await serveWidget({ params: [{ ...venue, optionsParams: {} }] }, send({ venues: [] })))
    expect(finding).toMatchObject({ severity: 'warning', code: 'widget-shape', path: 'params[0].optionsEndpoint' })
  })

  test('or not at all', async () => {
    expect(await listen({}, { skip: ['prices'] })).toEqual([])
    expect(await listen({}, { only: ['prices'] })).toEqual(['GET /prices'])
    expect(await listen({}, { only: ['trades'] })).toEqual([])
  })

  test('four at a time', async () => {
    let [now, most] = [0, 0]
    const ids = Array.from({ length: 20 }, (_, index) => `w${index}`)
    const url = await serve((request, response) => {
      if (request.url === '/widgets.json') {
        return void response.end(JSON.stringify(Object.fromEntries(ids.map((id) => [id, { ...prices, endpoint: id }]))))
      }
      if (request.url?.endsWith('.json')) return void response.writeHead(404).end()
      most = Math.max(most, (now += 1))
      setImmediate(() => {
        now -= 1
        response.end('[]')
      })
    })
    expect(await find(url)).toEqual([])
    expect(most).toBeLessThanOrEqual(4)
  })
})

test.runIf(hasCapture)('of the recorded backend exactly what was broken when it was recorded is found', async () => {
  const replay = await serveReplay()
  const findings = await find(replay.url, { only: ['widgets', 'cors'] })
  replay.close()
  const asked = findings.filter(({ code }) => Object.hasOwn(probeErrors, code))
  expect(asked.map(({ severity, code, where }) => `${severity} ${code} ${where}`)).toEqual([
    // It answers 500 to show how errors look, and two of its sources were out of reach.
    'error widget-status widget "markdown_widget_with_error_handling"',
    'error widget-status widget "markdown_widget_with_image_from_url"',
    'error widget-status widget "table_widget_from_api_endpoint"',
    // An exception that nobody caught: FastAPI answers it outside of its CORS middleware.
    'warning cors-error-answer widget "table_widget_from_api_endpoint"',
    'advice cors-private-network widgets.json',
  ])
})
