import { once } from 'node:events'
import { connect as connectStream } from 'node:net'
import { createServer, get, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import type { Socket } from '../define/socket.ts'
import { turn } from '../http/manifest.fixture.ts'
import { column, defineBackend, param } from '../index.ts'
import { connect, start } from '../live/live-client.fixture.ts'
import { liveGrid } from '../live/live-grid.ts'
import { createSource } from '../live/source.fixture.ts'
import { createSockets, type SocketTimes } from './sockets.ts'

function createDesk(price = 1) {
  const source = createSource<{ symbol: string; price: number }>()
  const quotes = liveGrid({
    name: 'Quotes',
    params: { factor: param.number('Factor', { value: 1 }) },
    columns: { symbol: column.text('Symbol'), price: column.number('Price') },
    rowId: 'symbol',
    load: () => [{ symbol: 'AAA', price }],
    subscribe: (_params, { signal }) => source.subscribe(signal),
  })
  return { source, backend: defineBackend({ name: 'Live', widgets: { quotes }, bodyLimit: 10_000 }) }
}

const params = '{"type":"params","params":{}}'

describe('a server with a live grid', () => {
  test.each([
    ['a text that is no JSON', 'hello', 4400, /not JSON/],
    ['a number', '7', 4400, /a number/],
    ['no type', '{}', 4400, /no type/],
    ['no params', '{"type":"params"}', 4400, /undefined/],
    ['a parameter that cannot be read', '{"type":"params","params":{"factor":"much"}}', 4422, /factor: /],
    ['bytes', Buffer.from(params), 4400, /not text/],
    ['more than a body may have', 'x'.repeat(10_001), 1009, /^$/],
  ])('closes the socket of who sends %s', async (_what, message, code, reason) => {
    const client = await connect(await start(createDesk().backend))
    client.socket.send(message)
    expect(await client.closed).toEqual([code, expect.stringMatching(reason)])
    expect(client.messages()).toBe(0)
  })

  test('sends nothing before it is told the params, and ignores messages of other types', async () => {
    const { backend, source } = createDesk()
    const client = await connect(await start(backend))
    client.socket.send('{"type":"hello"}')
    client.ask({})
    await client.until(({ rows }) => rows.size === 1)
    expect([client.messages(), source.begun()]).toEqual([1, 1])
  })

  test.each([
    ['a page that is not allowed', 'widgets/quotes/live', { origin: 'https://evil.example' }, 403],
    ['whoever wants another address', 'widgets/quotes/dead', {}, 404],
  ])('refuses %s', async (_who, path, options, status) => {
    const server = await start(createDesk().backend)
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/${path}`, options)
    socket.on('error', () => {})
    const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage]
    expect(response.statusCode).toBe(status)
    let body = ''
    for await (const chunk of response) body += String(chunk)
    expect(JSON.parse(body)).toHaveProperty('detail')
    socket.terminate()
  })

  test('says goodbye when it ends, and ends what it subscribed to', async () => {
    const { backend, source } = createDesk()
    const server = await start(backend)
    const client = await connect(server)
    client.ask({})
    await client.until(({ rows }) => rows.size === 1)
    const closing = server.close()
    expect(await client.closed).toEqual([1001, ''])
    expect(await closing).toBe(0)
    await source.until(() => source.readers() === 0)
  })

  test('cuts off who does not answer the goodbye', async () => {
    const server = await start(createDesk().backend)
    const client = await connect(server)
    client.socket.pause()
    expect(await server.close(10)).toBe(0)
  })

  test('sends its clients to the backend that is swapped in', async () => {
    const server = await start(createDesk(1).backend)
    const first = await connect(server)
    first.ask({})
    await first.until(({ rows }) => rows.get('AAA')?.['price'] === 1)
    server.swap(createDesk(2).backend)
    expect(await first.closed).toEqual([1012, ''])
    const second = await connect(server)
    second.ask({})
    await second.until(({ rows }) => rows.get('AAA')?.['price'] === 2)
  })

  test('answers who offers another upgrade as if he did not', async () => {
    const server = await start(createDesk().backend)
    const headers = { Connection: 'Upgrade, HTTP2-Settings', Upgrade: 'h2c', 'HTTP2-Settings': 'AAMAAABk' }
    const [response] = (await once(get(`${server.url}/widgets/quotes`, { headers }), 'response')) as [IncomingMessage]
    let body = ''
    for await (const chunk of response) body += String(chunk)
    expect([response.statusCode, body]).toEqual([200, '[{"symbol":"AAA","price":1}]'])
  })

  test('survives who leaves while he is let in', async () => {
    const { backend } = createDesk()
    const server = await start(backend)
    const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n'
    const head = `GET /widgets/quotes/live HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${key}\r\n`
    const streams = Array.from({ length: 20 }, () => connectStream(server.port, '127.0.0.1'))
    for (const stream of streams) stream.write(head, () => stream.resetAndDestroy())
    await Promise.all(streams.map((stream) => once(stream, 'close')))
    const client = await connect(server)
    client.ask({})
    await client.until(({ rows }) => rows.size === 1)
    expect(client.rows.get('AAA')).toEqual({ symbol: 'AAA', price: 1 })
  })
})

describe('who is silent', () => {
  async function listen(times: SocketTimes) {
    const server: Server = createServer()
    const taken: Socket[] = []
    const sockets = createSockets(server, async () => (socket) => void taken.push(socket), 1000, times)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(async () => {
      await sockets.close(0)
      server.close()
    })
    return { sockets, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}` }
  }

  test('is dropped, and who answers pings is not', async () => {
    const { sockets, url } = await listen({ ping: 10, silence: 100 })
    const alive = new WebSocket(url)
    const dead = new WebSocket(url, { autoPong: false })
    await Promise.all([once(alive, 'open'), once(dead, 'open')])
    expect(sockets.size).toBe(2)
    const [code] = (await once(dead, 'close')) as [number]
    while (sockets.size === 2) await turn()
    expect([code, sockets.size, alive.readyState]).toEqual([1006, 1, WebSocket.OPEN])
    alive.terminate()
  })

  test('leaves no timer behind', async () => {
    const begun = vi.spyOn(globalThis, 'setInterval')
    const ended = vi.spyOn(globalThis, 'clearInterval')
    onTestFinished(() => void vi.restoreAllMocks())
    const { sockets, url } = await listen({ ping: 10_000, silence: 10_000 })
    const socket = new WebSocket(url)
    await once(socket, 'open')
    expect(begun).toHaveBeenCalledTimes(1)
    socket.close()
    await once(socket, 'close')
    while (sockets.size > 0) await turn()
    expect(ended).toHaveBeenCalledWith(begun.mock.results[0]?.value)
  })
})
