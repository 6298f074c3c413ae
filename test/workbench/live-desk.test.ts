import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocketServer } from 'ws'
import { acceptSocket } from './accept-socket.ts'
import { startBrowser, type WorkbenchBrowser } from './browser.ts'
import { frameOf } from './frame-desk.ts'
import { openWorkbench, type ServedWorkbench } from './open-workbench.ts'

const venue = { paramName: 'venue', type: 'text', label: 'Venue', value: 'X' }
const columnsDefs = [
  { field: 'symbol', headerName: 'Symbol', cellDataType: 'text' },
  { field: 'price', headerName: 'Price', cellDataType: 'number', renderFn: 'showCellChange' },
]
const common = { description: 'For tests', params: [venue], gridData: { w: 20, h: 10 }, refetchInterval: false }
const widgets = {
  prices: {
    ...common,
    name: 'Prices',
    type: 'live_grid',
    endpoint: 'rows',
    wsEndpoint: 'ws',
    data: { wsRowIdColumn: 'symbol', table: { columnsDefs } },
  },
  late: { ...common, name: 'Late', type: 'live_grid', endpoint: 'none', wsEndpoint: 'late' },
  pages: { ...common, name: 'Pages', type: 'ssrm_table', endpoint: 'pages' },
}
const place = (i: string, x: number) => ({ i, x, y: 0, w: 20, h: 10, groups: ['Group 1'] })
const apps = [
  {
    name: 'Live desk',
    description: 'For tests',
    allowCustomization: true,
    tabs: {
      main: { id: 'main', name: 'Main', layout: [place('prices', 0), place('pages', 20)] },
      late: { id: 'late', name: 'Late tab', layout: [{ i: 'late', x: 0, y: 0, w: 20, h: 10 }] },
    },
    groups: [{ name: 'Group 1', type: 'param', paramName: 'venue', defaultValue: 'X', widgetIds: ['prices', 'pages'] }],
  },
]
const answers: Readonly<Record<string, unknown>> = {
  '/widgets.json': widgets,
  '/apps.json': apps,
  '/rows': [{ symbol: 'AAA', price: 1 }],
  '/none': [],
  '/pages': { rowData: [{ city: 'Oslo', people: 700_000 }], rowCount: 1 },
}

const asked: string[] = []
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request)
  if (request.method !== 'OPTIONS') asked.push(`${request.method} ${request.url} ${body}`.trim())
  response.writeHead(200, {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Allow-Headers': '*',
    'Content-Type': 'application/json',
  })
  response.end(JSON.stringify(answers[new URL(request.url!, 'http://desk').pathname] ?? {}))
}

let server: Server
let sockets: WebSocketServer
let workbench: ServedWorkbench
let browser: WorkbenchBrowser
beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response))
  sockets = new WebSocketServer({ server })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  workbench = await openWorkbench(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  browser = await startBrowser()
})
afterAll(async () => {
  await browser.close()
  await workbench.end()
  for (const client of sockets.clients) client.terminate()
  server.close()
})

it('feeds a live grid and pages a table on a desk, each asked once, both again when their group changes', async () => {
  const accepted = acceptSocket(sockets)
  const page = await browser.openPage(workbench.url)
  const { socket, first } = await accepted
  expect(first).toEqual({ type: 'params', params: { venue: 'X' } })
  const prices = frameOf(page, 'Prices')
  await prices.getByText('Live').waitFor()
  socket.send(JSON.stringify({ symbol: 'AAA', price: 12.5 }))
  await prices.getByText('12.5').waitFor()
  await frameOf(page, 'Pages').getByText('Oslo').waitFor()
  const aboutData = () => asked.filter((line) => !line.includes('.json'))
  await expect
    .poll(() => aboutData().toSorted())
    .toEqual(['GET /rows?venue=X', 'POST /pages?venue=X {"startRow":0,"endRow":500}'])
  const again = once(socket, 'message')
  await prices.getByLabel('Venue').fill('Y')
  await prices.getByLabel('Venue').press('Enter')
  expect(JSON.parse(String((await again)[0]))).toEqual({ type: 'params', params: { venue: 'Y' } })
  await expect
    .poll(() => aboutData().slice(2).toSorted())
    .toEqual(['GET /rows?venue=Y', 'POST /pages?venue=Y {"startRow":0,"endRow":500}'])
})

it('shows a live grid that has no rows at first, and the rows that its socket brings', async () => {
  const page = await browser.openPage(workbench.url)
  const connected = new Promise<WebSocket>((resolve) => {
    sockets.on(
      'connection',
      (socket: WebSocket, { url }: IncomingMessage) => url?.startsWith('/late') && resolve(socket),
    )
  })
  await page.getByRole('tab', { name: 'Late tab' }).click()
  const late = frameOf(page, 'Late')
  await late.getByText('No rows').waitFor()
  const socket = await connected
  await late.getByText('Live', { exact: true }).waitFor()
  socket.send(JSON.stringify([{ symbol: 'BBB', price: 7.25 }]))
  await late.getByText('7.25').waitFor()
  socket.send(JSON.stringify({ symbol: 'CCC', price: 8.5 }))
  await late.getByText('CCC').waitFor()
  expect(await late.getByText('No data').count()).toBe(0)
})
