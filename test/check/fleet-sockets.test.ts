import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { check, type CheckOptions } from '../../packages/deskwright/src/check/check.ts'
import { prices } from './fleet.ts'

type Talk = (socket: WebSocket, message: string, request: IncomingMessage) => void

const grid = {
  ...prices,
  type: 'live_grid',
  wsEndpoint: 'prices/live',
  params: [{ paramName: 'venue', type: 'text', value: 'X' }],
  data: {
    wsRowIdColumn: 'symbol',
    table: {
      columnsDefs: [
        { field: 'symbol', headerName: 'Symbol', cellDataType: 'text' },
        { field: 'price', headerName: 'Price', cellDataType: 'number' },
      ],
    },
  },
}
const rows = [
  { symbol: 'AAA', price: 1 },
  { symbol: 'BBB', price: 2 },
]

/** Serves a live grid until the test has finished; gives the URL. `accept` may refuse a socket with a status. */
async function serveGrid(
  talk: Talk,
  { widget = {}, accept = () => 101 }: { widget?: object; accept?: (request: IncomingMessage) => number } = {},
): Promise<string> {
  const answer = ({ url = '' }: IncomingMessage, response: ServerResponse) => {
    response.setHeader('access-control-allow-origin', '*')
    if (url === '/widgets.json') response.end(JSON.stringify({ prices: { ...grid, ...widget } }))
    else if (url.startsWith('/prices')) response.end(JSON.stringify(rows))
    else response.writeHead(404).end('{}')
  }
  const server = createServer(answer).listen(0, '127.0.0.1')
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, socket, head) => {
    const status = accept(request)
    if (status !== 101)
      return void socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`)
    sockets.handleUpgrade(request, socket, head, (client) => {
      client.on('error', () => undefined)
      client.on('message', (data: Buffer) => talk(client, data.toString(), request))
    })
  })
  await once(server, 'listening')
  onTestFinished(() => {
    for (const client of sockets.clients) client.terminate()
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const say = async (url: string, options: CheckOptions = {}) =>
  (await check(url, { only: ['sockets'], ...options })).findings.map(({ severity, code, path, message }) => ({
    is: `${severity} ${code} ${path}`,
    message,
  }))
const tell =
  (...values: readonly unknown[]): Talk =>
  (socket) => {
    for (const value of values) socket.send(typeof value === 'string' ? value : JSON.stringify(value))
  }

describe('a socket', () => {
  test.each<[string, Talk]>([
    ['one row', tell({ symbol: 'AAA', price: 3 })],
    ['several rows', tell([{ symbol: 'CCC' }, { symbol: 'BBB', price: 3 }])],
    ['something about itself, and then a row', tell({ status: 'connected' }, [], { symbol: 'AAA', price: null })],
  ])('may send %s', async (_name, talk) => {
    expect(await say(await serveGrid(talk))).toEqual([])
  })

  test('is asked with the params, by a page, and without headers', async () => {
    const asked: unknown[] = []
    const url = await serveGrid((socket, message, { url, headers }) => {
      asked.push([url, message, headers.origin, headers['x-api-key']])
      socket.send(JSON.stringify(rows))
    })
    expect(await say(url, { headers: { 'X-API-KEY': 'secret' } })).toEqual([])
    expect(asked).toEqual([
      ['/prices/live', '{"type":"params","params":{"venue":"X"}}', 'https://pro.openbb.co', undefined],
    ])
  })

  test.each<[string, Talk, string, string]>([
    ['no JSON', tell('AAA 3'), 'error socket-unreadable wsEndpoint', 'it begins with "AAA 3"'],
    ['NaN', tell('{"symbol":"AAA","price":NaN}'), 'error socket-unreadable wsEndpoint', 'it holds NaN'],
    ['a number', tell(3), 'error socket-unreadable wsEndpoint', '3 came'],
    ['bytes', (socket) => socket.send(Buffer.from('{}')), 'error socket-unreadable wsEndpoint', 'a binary frame came'],
    ['no row id', tell({ price: 3 }), 'error socket-row-id wsEndpoint', 'lacks "symbol"'],
    [
      'other rows',
      tell({ symbol: 'aaa', price: 3 }),
      'warning socket-row-unknown wsEndpoint',
      '"aaa" came, "AAA", "BBB" is',
    ],
    [
      'text for numbers',
      tell({ symbol: 'AAA', price: '3' }),
      'warning socket-value wsEndpoint',
      '"price" holds numbers',
    ],
    ['nothing', () => undefined, 'advice socket-silent wsEndpoint', 'nothing within 4 s'],
    [
      'its end',
      (socket) => socket.close(1011, 'broken'),
      'error socket-closed wsEndpoint',
      'closes with 1011 (broken)',
    ],
    ['its end at once', (socket) => socket.terminate(), 'error socket-closed wsEndpoint', 'closes with 1006'],
  ])('that sends %s is found', async (_name, talk, is, message) => {
    // Some have to be waited for to their end.
    const timeout = /row-id|row-unknown|silent/.test(is) ? 4000 : 60_000
    expect(await say(await serveGrid(talk), { timeout })).toEqual([{ is, message: expect.stringContaining(message) }])
  })

  test.each([
    [404, 'socket-refused'],
    [500, 'socket-refused'],
    [401, 'socket-denied'],
    [403, 'socket-denied'],
  ])('that is answered %i is found', async (status, code) => {
    const url = await serveGrid(() => undefined, { accept: () => status })
    expect(await say(url)).toEqual([{ is: `error ${code} wsEndpoint`, message: expect.stringContaining(`${status}`) }])
  })

  test('that wants the header of the connection is told apart', async () => {
    const url = await serveGrid(tell(rows), {
      accept: ({ headers }) => (headers['x-api-key'] === undefined ? 401 : 101),
    })
    const [finding] = await say(url, { headers: { 'X-API-KEY': 'secret' } })
    expect(finding?.message).toContain('those of the connection do not reach it')
  })

  test('that nobody serves, or that never opens, is found', async () => {
    const nowhere = await serveGrid(tell(rows), { widget: { wsEndpoint: 'ws://127.0.0.1:9599/live' } })
    expect(await say(nowhere)).toMatchObject([{ is: 'error socket-refused wsEndpoint' }])
    const never = await serveGrid(tell(rows), { accept: () => 101 })
    const answered = await say(never, {
      askSocket: async () => ({ kind: 'refused', reason: 'Opening handshake has timed out' }),
    })
    expect(answered).toMatchObject([{ message: expect.stringContaining('timed out') }])
  })

  test('without a secure address is none for a secure page, which its document shows', async () => {
    const widget = { prices: { ...grid, wsEndpoint: 'ws://desk.example.com/live' } }
    const report = await check('https://desk.example.com', {
      only: ['sockets'],
      askSocket: () => expect.unreachable('nobody asks'),
      fetch: async (input, init) =>
        new Request(input, init).url.endsWith('/widgets.json')
          ? Response.json(widget)
          : new Response('{}', { status: 404 }),
    })
    expect(report.findings).toMatchObject([{ code: 'endpoint-insecure', path: 'wsEndpoint' }])
  })

  test('is left alone while there is nothing to ask for, and by who asks by other means', async () => {
    const url = await serveGrid(() => expect.unreachable('nobody asks'), {
      widget: { params: [{ paramName: 'venue', type: 'text', value: '' }] },
    })
    expect(await say(url)).toEqual([])
    const other = await serveGrid(() => expect.unreachable('nobody asks'))
    expect(await say(other, { fetch: (input, init) => fetch(input, init) })).toEqual([])
  })
})
