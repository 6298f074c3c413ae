import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A backend of a few widgets, one app with two tabs and a group among them. */
export interface FrameBackend {
  readonly url: string
  /** What it was asked, in order: path and query. */
  readonly asked: string[]
  /** What `apps.json` answers; tests put other apps there. */
  apps: unknown
  /** What `data/empty` answers. */
  rows: readonly unknown[]
  close(): void
}

const symbol = { paramName: 'symbol', type: 'endpoint', label: 'Symbol', optionsEndpoint: 'symbols', value: 'AAPL' }
const widget = (name: string, extra: object = {}) => ({
  name,
  description: `${name}, for tests`,
  type: 'markdown',
  endpoint: `data/${name.toLowerCase()}`,
  category: 'Equity',
  refetchInterval: false,
  ...extra,
})

const click = { actionType: 'groupBy', groupBy: { paramName: 'symbol' } }
const sendToAgent = { markdown: 'Why did {symbol} move by {move}?', agentId: 'desk-helper' }
const ask = { actionType: 'sendToAgent', sendToAgent }
const columnsDefs = [
  { field: 'symbol', headerName: 'Symbol', renderFn: 'cellOnClick', renderFnParams: click },
  { field: 'move', headerName: 'Move', cellDataType: 'number', renderFn: 'cellOnClick', renderFnParams: ask },
  { field: 'volume', headerName: 'Volume', cellDataType: 'number' },
]

const widgets = {
  movers: widget('Movers', { type: 'table', data: { table: { columnsDefs, enableCharts: true } } }),
  story: widget('Story', { params: [symbol] }),
  facts: widget('Facts', { type: 'metric', params: [symbol] }),
  failing: widget('Failing', { category: 'Trouble' }),
  empty: widget('Empty', { category: 'Trouble', type: 'table' }),
  slow: widget('Slow', { category: 'Trouble', runButton: true, source: ['House'] }),
}

const item = (i: string, x: number, y: number, w: number, h: number, extra: object = {}) => ({
  i,
  x,
  y,
  w,
  h,
  ...extra,
})
const groups = ['Group 1']

/** The app that the backend has at first. */
export const app = {
  name: 'Test desk',
  description: 'For tests',
  img: '',
  img_dark: '',
  img_light: '',
  allowCustomization: true,
  prompts: [],
  tabs: {
    main: {
      id: 'main',
      name: 'Main',
      layout: [
        item('movers', 0, 2, 20, 8, { groups }),
        item('story', 20, 2, 20, 8, { groups, state: { params: { symbol: 'IBM' } } }),
        item('facts', 0, 10, 20, 6, { groups, state: { params: { symbol: 'IBM' } } }),
      ],
    },
    trouble: {
      id: 'trouble',
      name: 'Trouble',
      layout: [
        item('failing', 0, 2, 20, 6),
        item('empty', 20, 2, 20, 6),
        item('slow', 0, 8, 20, 6),
        item('gone', 20, 8, 20, 6),
      ],
    },
  },
  groups: [
    {
      name: 'Group 1',
      type: 'endpointParam',
      paramName: 'symbol',
      defaultValue: 'IBM',
      widgetIds: ['movers', 'story', 'facts'],
    },
  ],
}

/** Serves the backend on a free port. */
export async function serveFrameBackend(): Promise<FrameBackend> {
  const asked: string[] = []
  const backend = { apps: [app] as unknown, rows: [] as readonly unknown[] }
  const answers: Readonly<Record<string, (query: URLSearchParams) => unknown>> = {
    '/widgets.json': () => widgets,
    '/apps.json': () => backend.apps,
    '/agents.json': () => ({}),
    '/symbols': () => ['AAPL', 'IBM', 'MSFT'].map((value) => ({ label: value, value })),
    '/data/movers': () => ['AAPL', 'IBM', 'MSFT'].map((symbol, index) => ({ symbol, move: index, volume: 100 })),
    '/data/story': (query) => `# The story of ${query.get('symbol')}\n\n${'It went up, it went down. '.repeat(40)}`,
    '/data/facts': (query) => [{ label: 'Symbol', value: query.get('symbol') }],
    '/data/empty': () => backend.rows,
    '/data/slow': () => 'It was worth the wait.',
  }
  const server = createServer((request, response) => {
    const { pathname, searchParams, search } = new URL(request.url ?? '/', 'http://backend')
    const headers = {
      'Access-Control-Allow-Origin': request.headers.origin ?? '*',
      'Access-Control-Allow-Headers': '*',
    }
    if (request.method === 'OPTIONS') return response.writeHead(204, headers).end()
    asked.push(`${pathname}${search}`)
    const answer = answers[pathname]
    response.writeHead(answer === undefined ? 404 : 200, { ...headers, 'Content-Type': 'application/json' })
    response.end(JSON.stringify(answer?.(searchParams) ?? { detail: 'Ticker ZZZ not found' }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return Object.assign(backend, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.close()
      server.closeAllConnections()
    },
  })
}
