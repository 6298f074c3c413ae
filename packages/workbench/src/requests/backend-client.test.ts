import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { createBackendClient } from './backend-client.ts'
import { answerJson, startServer, type TestServer } from './backend.fixture.ts'
import { createTestClock } from './clock.fixture.ts'
import { createRequestLog, type RequestEntry } from './request-log.ts'
import type { SocketEntry } from './socket-entry.ts'
import { until } from './until.fixture.ts'
import { toConnection } from './widget.fixture.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer(({ url, body }, response) => {
    if (url.startsWith('/never')) return
    if (url.startsWith('/half')) {
      response.writeHead(200).write('half')
      return
    }
    if (url.startsWith('/huge')) {
      response.end('x'.repeat(50_000_000))
      return
    }
    if (url.startsWith('/cut')) {
      response.writeHead(200, { 'Content-Length': '100' }).write('only this', () => response.destroy())
      return
    }
    if (url.startsWith('/empty')) {
      response.writeHead(204).end()
      return
    }
    answerJson(response, { url, body, text: 'é'.repeat(20) }, url.startsWith('/bad') ? 400 : 200)
  })
})
afterAll(async () => await server.close())

const createClient = (bodyLimit = 1000) => {
  const clock = createTestClock()
  const log = createRequestLog({ clock, bodyLimit, entryLimit: 3 })
  const client = createBackendClient(
    toConnection(server.url, [
      { key: 'X-API-KEY', value: 'secret', location: 'headers' },
      { key: 'team', value: 'fx', location: 'query' },
    ]),
    log,
  )
  const entry = () => log.entries.value.at(-1) as RequestEntry
  return { client, log, clock, entry }
}
const asker = { purpose: 'renderer', widget: 'prices' } as const

test('a request carries the connection, and the log knows all about it', async () => {
  const { client, entry } = createClient()
  const response = await client.request('rows', { query: { a: [1, 2] } }, asker)
  const answer = (await response.json()) as { readonly url: string }
  expect(answer.url).toBe('/rows?a=1%2C2&team=fx')
  expect(server.arrived.at(-1)?.headers['x-api-key']).toBe('secret')
  const { origin, request, state } = entry()
  expect(origin).toEqual({ backend: 'Acme', purpose: 'renderer', widget: 'prices' })
  expect(request).toEqual({
    method: 'GET',
    url: `${server.url}/rows?a=1%2C2&team=fx`,
    headers: { 'X-API-KEY': 'secret' },
  })
  const finished = await until(state, ({ phase }) => phase === 'finished')
  expect(finished).toMatchObject({ head: { status: 200, headers: { 'content-type': 'application/json' } } })
  expect(finished.phase === 'finished' && JSON.parse(finished.body.text)).toEqual(answer)
})

test('a path with a body is posted', async () => {
  const { client } = createClient()
  await client.request('rows', { body: { startRow: 0 } }, asker)
  expect(server.arrived.at(-1)).toMatchObject({ method: 'POST', body: '{"startRow":0}' })
})

test('the log keeps the start of a long body, and says how long it was', async () => {
  const { client, entry } = createClient(10)
  const text = await (await client.request('rows', {}, asker)).text()
  const state = await until(entry().state, ({ phase }) => phase === 'finished')
  expect(state.phase === 'finished' && state.body).toEqual({
    text: text.slice(0, 10),
    bytes: new TextEncoder().encode(text).length,
    cut: true,
  })
})

test('the log tells answers without a body, refusals, broken answers and no answer apart', async () => {
  const { client, entry } = createClient()
  await client.request('empty', {}, asker)
  expect(entry().state.value).toMatchObject({ phase: 'finished', head: { status: 204 }, body: { bytes: 0 } })
  await (await client.request('bad', {}, asker)).text()
  expect(entry().state.value).toMatchObject({ phase: 'finished', head: { status: 400 } })
  await expect((await client.request('cut', {}, asker)).text()).rejects.toThrow('terminated')
  expect(entry().state.value).toMatchObject({ phase: 'failed', head: { status: 200 } })
  await expect(client.request('http://127.0.0.1:1/', {}, asker)).rejects.toThrow('fetch failed')
  expect(entry().state.value).toMatchObject({ phase: 'failed' })
})

test('the log knows which request was given up', async () => {
  const { client, entry, clock } = createClient()
  const controller = new AbortController()
  const answer = client.request('never', { signal: controller.signal }, asker)
  clock.advance(250)
  controller.abort()
  await expect(answer).rejects.toThrow('abort')
  expect(entry().state.value).toEqual({ phase: 'aborted', finishedAfter: 250 })
})

test('a backend that says nothing is given up after a minute of waiting for it', async () => {
  const clock = createTestClock()
  const log = createRequestLog({ clock })
  const client = createBackendClient(toConnection(server.url), log, { clock })
  const state = () => (log.entries.value.at(-1) as RequestEntry).state.value
  const never = client.request('never', {}, asker)
  clock.advance(59_999)
  expect(state()).toEqual({ phase: 'pending' })
  clock.advance(1)
  await expect(never).rejects.toMatchObject({ name: 'TimeoutError', message: expect.stringContaining('60 seconds') })
  expect(state()).toMatchObject({ phase: 'failed', isLate: true, finishedAfter: 60_000 })

  const half = (await client.request('half', {}, asker)).text()
  await clock.untilAwaited()
  clock.advance(60_000)
  await expect(half).rejects.toMatchObject({ name: 'TimeoutError' })
  expect(state()).toMatchObject({ phase: 'failed', isLate: true, head: { status: 200 } })
})

test('a backend may take its time where it is allowed to', async () => {
  const clock = createTestClock()
  const client = createBackendClient(toConnection(server.url), createRequestLog({ clock }), { clock })
  const controller = new AbortController()
  const slow = client.request('never', { isPatient: true, signal: controller.signal }, asker)
  clock.advance(600_000)
  controller.abort(new Error('enough'))
  await expect(slow).rejects.toThrow('enough')
})

test('the log keeps the first megabyte of an answer of fifty', async () => {
  const log = createRequestLog()
  const client = createBackendClient(toConnection(server.url), log)
  const text = await (await client.request('huge', {}, asker)).text()
  expect(text).toHaveLength(50_000_000)
  const state = (log.entries.value[0] as RequestEntry).state.value
  expect(state).toMatchObject({ phase: 'finished', body: { bytes: 50_000_000, cut: true } })
  expect(state.phase === 'finished' && state.body.text.length).toBe(1_000_000)
})

test('the log forgets the oldest entries', async () => {
  const { client, log } = createClient()
  for (const path of ['a', 'b', 'c', 'd']) await client.request(path, {}, asker)
  expect(log.entries.value.map((entry) => entry.kind === 'request' && new URL(entry.request.url).pathname)).toEqual([
    '/b',
    '/c',
    '/d',
  ])
  log.clear()
  expect(log.entries.value).toEqual([])
})

test('the log forgets the oldest bodies when all together are too long', async () => {
  const log = createRequestLog({ totalLimit: 150 })
  const client = createBackendClient(toConnection(server.url), log)
  for (const path of ['a', 'b', 'c']) await (await client.request(path, {}, asker)).text()
  const bodies = log.entries.value.map((entry) => {
    const state = (entry as RequestEntry).state.value
    return state.phase === 'finished' && [state.body.cut, state.body.text !== '', state.body.bytes > 0]
  })
  expect(bodies).toEqual([
    [true, false, true],
    [false, true, true],
    [false, true, true],
  ])
})

test('a posted path takes its placeholders from the body', async () => {
  const { client } = createClient()
  await client.request('books/{book}', { body: { book: 'a b' } }, asker)
  expect(server.arrived.at(-1)?.url).toBe('/books/a%20b?team=fx')
})

test('a socket carries the query keys, and the log sees both directions', async () => {
  const sockets = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(sockets, 'listening')
  let asked: string | undefined
  sockets.on('connection', (socket, request) => {
    asked = request.url
    socket.on('message', (data: Buffer) => socket.send(`heard ${data.toString()}`))
  })
  const { port } = sockets.address() as { readonly port: number }
  const { WebSocket } = (await import('ws')) as unknown as { readonly WebSocket: typeof globalThis.WebSocket }
  const log = createRequestLog()
  const connection = toConnection(`http://127.0.0.1:${port}`, [{ key: 'key', value: 'k', location: 'query' }])
  const client = createBackendClient(connection, log, { WebSocket })
  const socket = client.connect('/live/', { purpose: 'renderer' })
  const entry = log.entries.value[0] as SocketEntry
  await until(entry.state, ({ phase }) => phase === 'open')
  socket.send('hello')
  await until(entry.count, (count) => count === 2)
  expect(asked).toBe('/live?key=k')
  expect(entry.messages().map(({ direction, text }) => [direction, text])).toEqual([
    ['sent', 'hello'],
    ['received', 'heard hello'],
  ])
  socket.close(1000, 'done')
  expect(await until(entry.state, ({ phase }) => phase === 'closed')).toMatchObject({ code: 1000 })
  sockets.close()
})
