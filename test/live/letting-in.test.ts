import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { beforeAll, afterAll, expect, test } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import { apiKey, column, defineBackend } from '../../packages/deskwright/src/index.ts'
import { liveGrid } from '../../packages/deskwright/src/live/live-grid.ts'
import { serve, type RunningServer } from '../../packages/deskwright/src/node/serve.ts'

const quotes = liveGrid({
  name: 'Quotes',
  columns: { symbol: column.text('Symbol') },
  rowId: 'symbol',
  load: () => [{ symbol: 'AAA' }],
  subscribe: async function* () {},
})

let server: RunningServer
beforeAll(async () => {
  const auth = apiKey({ keys: { ann: 'k-ann' } })
  server = await serve(defineBackend({ name: 'Live', widgets: { quotes }, auth }), { port: 0 })
})
afterAll(async () => void (await server.close(0)))

/** Opens a real socket; gives the status of a refusal, or the first rows. */
async function open(path: string, options: ClientOptions = {}): Promise<unknown> {
  const socket = new WebSocket(`${server.url.replace('http', 'ws')}/${path}`, options)
  socket.on('error', () => {})
  const refused = once(socket, 'unexpected-response') as Promise<[unknown, IncomingMessage]>
  const opened = once(socket, 'open').then(async () => {
    socket.send('{"type":"params","params":{}}')
    const [message] = (await once(socket, 'message')) as [Buffer]
    return JSON.parse(message.toString()) as unknown
  })
  const answer = await Promise.race([opened, refused.then(([, response]) => response.statusCode)])
  socket.terminate()
  return answer
}

async function readTicket(): Promise<string> {
  const answer = await fetch(`${server.url}/widgets.json`, { headers: { 'X-API-KEY': 'k-ann' } })
  const documents = (await answer.json()) as { readonly quotes: { readonly wsEndpoint: string } }
  return documents.quotes.wsEndpoint
}

const live = 'widgets/quotes/live'
const rows = [{ symbol: 'AAA' }]

test('a real socket without a ticket, or with a wrong one, is refused', async () => {
  expect(await open(live)).toBe(401)
  expect(await open(`${live}?ticket=wrong`)).toBe(401)
  expect(await open(live, { headers: { 'X-API-KEY': 'k-bob' } })).toBe(401)
})

test('a real socket with the ticket of the document, or with the key, gets the rows', async () => {
  const address = await readTicket()
  expect(address).toContain('?ticket=')
  expect(await open(address)).toEqual(rows)
  expect(await open(live, { headers: { 'X-API-KEY': 'k-ann' } })).toEqual(rows)
})

test('a ticket helps the pages of Workspace and programs without an origin, not other pages', async () => {
  const address = await readTicket()
  expect(await open(address, { origin: 'https://pro.openbb.co' })).toEqual(rows)
  expect(await open(address, { origin: 'https://evil.example' })).toBe(403)
  expect(await open(address, { origin: 'null' })).toBe(403)
})
