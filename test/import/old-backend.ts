import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { WebSocketServer } from 'ws'

/** What a backend was asked. */
export interface Received {
  readonly method: string
  readonly path: string
  /** Names and values of the query, sorted: their order says nothing. */
  readonly query: readonly string[]
  /** The JSON of the body. */
  readonly body: unknown
  readonly key: string | undefined
}

/** A backend as somebody may have written it by hand, in any language. */
export interface OldBackend {
  readonly url: string
  /** The data requests that came since this was asked last. */
  take(): Received[]
  close(): void
}

const input = (paramName: string, type: string, rest: object = {}) => ({ paramName, type, label: paramName, ...rest })
const tags = ['core', 'hedge'].map((value) => ({ label: value, value }))
const inputParams = [
  input('client', 'text', { value: '' }),
  input('size', 'number', { value: 100 }),
  input('day', 'date', { value: '$currentDate' }),
  input('tags', 'text', { multiSelect: true, value: null, options: tags }),
  input('desk', 'endpoint', { optionsEndpoint: '/desks', optionsParams: { region: 'EU' } }),
  input('save', 'button', { value: true }),
  input('update', 'button', { value: true }),
]
const desk = input('desk', 'endpoint', { value: 'rates', optionsEndpoint: '/desks', optionsParams: { region: 'EU' } })

/** The documents of the small backend. */
export const widgets = {
  orders: {
    name: 'Orders',
    description: 'Orders of the day',
    type: 'table',
    endpoint: 'orders',
    params: [
      desk,
      { paramName: 'add', type: 'form', label: 'Add', endpoint: '/orders', inputParams },
      { paramName: 'change', type: 'form', label: 'Change', endpoint: 'orders', method: 'PUT', inputParams },
    ],
  },
  trades: {
    name: 'Trades',
    description: 'All trades',
    type: 'ssrm_table',
    endpoint: 'trades',
    params: [
      { ...desk, label: 'Trading desk' },
      { ...desk, paramName: 'other', optionsParams: { region: 'US' } },
      input('sides', 'text', { multiSelect: true, value: 'buy,sell', options: ['buy', 'sell'].map(toOption) }),
      input('query', 'text', { value: '', language: 'sql' }),
    ],
  },
  quotes: {
    name: 'Quotes',
    description: 'Last prices',
    type: 'live_grid',
    endpoint: 'quotes',
    wsEndpoint: 'quotes/ws',
    data: { wsRowIdColumn: 'symbol', table: { columnsDefs: ['symbol', 'price'].map(toColumn) } },
    params: [input('symbols', 'text', { multiple: true, value: 'AAA,BBB' })],
  },
  reports: {
    name: 'Reports',
    description: 'Files of a year',
    type: 'multi_file_viewer',
    endpoint: 'reports',
    params: [
      input('year', 'number', { value: 2026 }),
      input('file', 'endpoint', { optionsEndpoint: 'reports/files', roles: ['fileSelector'], multiSelect: true }),
    ],
  },
}

function toOption(value: string) {
  return { label: value, value }
}

function toColumn(field: string) {
  return { field, headerName: field, cellDataType: field === 'price' ? 'number' : 'text' }
}

/** Starts the small backend. Its forms answer as the field `client` wants: `422 {"detail":"…"}`. */
export async function serveOld(): Promise<OldBackend> {
  let received: Received[] = []
  const server = createServer((request, response) => {
    const reply = (sent: string) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://old')
      if (pathname.endsWith('.json')) return send(response, 200, pathname === '/widgets.json' ? widgets : [])
      const body: unknown = sent === '' ? undefined : JSON.parse(sent)
      const query = [...searchParams].map(([name, value]) => `${name}=${value}`).toSorted()
      const key = request.headers['x-api-key']
      received.push({ method: request.method ?? '', path: pathname, query, body, key: key?.toString() })
      answer(request, response, pathname, body)
    }
    void text(request).then(reply)
  })
  const sockets = new WebSocketServer({ noServer: true })
  server.on('upgrade', (request, stream, head) => {
    if (new URL(request.url ?? '/', 'http://old').pathname !== '/quotes/ws') return void stream.destroy()
    sockets.handleUpgrade(request, stream, head, (socket) => {
      socket.on('message', (message: Buffer) => {
        const { params } = JSON.parse(message.toString()) as { params: { symbols: string | readonly string[] } }
        const symbols = [params.symbols].flat().flatMap((part) => part.split(','))
        for (const [index, symbol] of symbols.entries()) socket.send(JSON.stringify({ symbol, price: index + 1 }))
      })
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take() {
      const taken = received
      received = []
      return taken
    },
    close() {
      for (const socket of sockets.clients) socket.terminate()
      server.close()
      server.closeAllConnections()
    },
  }
}

function answer({ method }: IncomingMessage, response: ServerResponse, path: string, body: unknown): void {
  const fields = (body ?? {}) as { client?: string; file?: unknown; startRow?: number; endRow?: number }
  if (path === '/desks') return send(response, 200, tags)
  if (path === '/reports/files') return send(response, 200, [{ label: 'A', value: 'a.md' }])
  if (path === '/quotes') return send(response, 200, [{ symbol: 'AAA', price: 0 }])
  if (path === '/reports') {
    const item = { data_format: { data_type: 'md', filename: 'a.md' }, content: 'IyBB' }
    return send(
      response,
      200,
      [fields.file].flat().map(() => item),
    )
  }
  if (path === '/trades') {
    const rows = Array.from({ length: (fields.endRow ?? 0) - (fields.startRow ?? 0) }, (_, id) => ({ id }))
    return send(response, 200, { rowData: rows, rowCount: 1000 })
  }
  if (path === '/orders' && method === 'GET') return send(response, 200, [{ id: 1 }])
  if (path === '/orders') return refuseOrTake(response, fields.client ?? '')
  send(response, 404, { detail: 'Not Found' })
}

function refuseOrTake(response: ServerResponse, wish: string): void {
  const [, status = '200', refusal = '{}'] = /^(\d{3}) (.*)$/s.exec(wish) ?? []
  const type = refusal.startsWith('{') ? 'application/json' : 'text/plain'
  response.writeHead(Number(status), { 'content-type': type }).end(refusal)
}

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
}
