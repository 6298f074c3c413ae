import { EventEmitter, once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { WebSocketServer, type ServerOptions, type WebSocket } from 'ws'
import { reload } from '../define/live-update.ts'
import type { DeskwrightError } from '../errors/deskwright-error.ts'
import { openSocket } from '../node/open-socket.ts'
import { fromEvents } from './from-events.ts'
import { fromWebSocket, type UpstreamOptions } from './from-web-socket.ts'
import { poll } from './poll.ts'
import { readSource } from './read-source.ts'

const stopping = () => new AbortController()

describe('events', () => {
  test('of an EventTarget and of an EventEmitter become updates, until the signal aborts', async () => {
    const target = new EventTarget()
    const emitter = new EventEmitter()
    const stop = stopping()
    const prices = fromEvents(target, 'price', (event) => (event as CustomEvent<number>).detail, stop.signal)
    const quotes = fromEvents(emitter, 'price', (price: number) => (price > 0 ? { price } : undefined), stop.signal)
    for (const price of [0, 7]) {
      target.dispatchEvent(new CustomEvent('price', { detail: price }))
      emitter.emit('price', price)
    }
    expect([await prices.next(), await prices.next()]).toMatchObject([{ value: 0 }, { value: 7 }])
    expect(await quotes.next()).toMatchObject({ value: { price: 7 } })
    stop.abort()
    expect(emitter.listenerCount('price')).toBe(0)
    expect(await quotes.next()).toMatchObject({ done: true })
    expect(await prices.next()).toMatchObject({ done: true })
  })

  test('that nobody reads are not kept for ever', async () => {
    const emitter = new EventEmitter()
    const prices = fromEvents(emitter, 'price', (price: number) => price, stopping().signal)
    for (let price = 0; price <= 10_001; price += 1) emitter.emit('price', price)
    await expect(prices.next()).rejects.toMatchObject({ code: 'live-source-overrun' })
    expect(emitter.listenerCount('price')).toBe(0)
  })

  test('that cannot be read fail the subscription, not the emitter', async () => {
    const emitter = new EventEmitter()
    const prices = fromEvents(emitter, 'price', (text: string) => JSON.parse(text) as object, stopping().signal)
    emitter.emit('price', 'oops')
    await expect(prices.next()).rejects.toThrow(SyntaxError)
  })
})

describe('a socket of another server', () => {
  /** A server that tells of each client and what it was sent. */
  async function serve(port = 0, options: ServerOptions = {}) {
    const server = new WebSocketServer({ port, host: '127.0.0.1', ...options })
    await once(server, 'listening')
    onTestFinished(() => {
      for (const client of server.clients) client.terminate()
      server.close()
    })
    return { server, port: (server.address() as AddressInfo).port }
  }

  test('is told what to subscribe to, and opened again when it is lost', async () => {
    const { server, port } = await serve()
    const stop = stopping()
    const losses: string[] = []
    const updates = fromWebSocket(
      `ws://127.0.0.1:${port}/feed?key=secret`,
      {
        send: [{ subscribe: 'AAA' }],
        toUpdate: (text) => JSON.parse(text) as { price: number },
        open: openSocket,
        onLoss: (error) => losses.push(error.message),
      },
      stop.signal,
    )
    for (const price of [1, 2]) {
      const connected = once(server, 'connection') as Promise<[WebSocket]>
      const first = updates.next()
      const [client] = await connected
      const [message] = (await once(client, 'message')) as [Buffer]
      expect(message.toString()).toBe('{"subscribe":"AAA"}')
      expect(await first).toEqual({ done: false, value: reload })
      client.send(JSON.stringify({ price }))
      expect(await updates.next()).toEqual({ done: false, value: { price } })
      client.terminate()
    }
    const last = updates.next()
    const [client] = (await once(server, 'connection')) as [WebSocket]
    expect(losses).toEqual(Array(2).fill(`The socket ws://127.0.0.1:${port}/feed was closed with code 1006.`))
    const closed = once(client, 'close')
    stop.abort()
    await closed
    expect([await last, await updates.next()].at(-1)).toMatchObject({ done: true })
  })

  test('may be away when it is first wanted', async () => {
    const { server, port } = await serve()
    server.close()
    await once(server, 'close')
    let tell = () => {}
    const lost = new Promise<void>((resolve) => (tell = resolve))
    const options = { toUpdate: (text: string) => text, open: openSocket, onLoss: () => tell() }
    const updates = fromWebSocket(`ws://127.0.0.1:${port}`, options, stopping().signal)
    const first = updates.next()
    await lost
    await serve(port)
    expect(await first).toMatchObject({ value: reload })
  })

  /** Follows a socket that may be silent for 40 ms, until the test ends. */
  async function follow(port: number, options: Partial<UpstreamOptions<string>> = {}) {
    const stop = stopping()
    const losses: string[] = []
    const onLoss = ({ code }: DeskwrightError) => void losses.push(code)
    const toUpdate = (text: string) => (text === 'alive' ? undefined : text)
    const source = { toUpdate, open: openSocket, idle: 40, onLoss, ...options }
    const updates = fromWebSocket(`ws://127.0.0.1:${port}`, source, stop.signal)
    onTestFinished(() => stop.abort())
    return { updates, losses, stop }
  }

  test('that is silent although it was asked for a sign of life is opened again', async () => {
    const { server, port } = await serve(0, { autoPong: false })
    const { updates, losses } = await follow(port)
    for (let count = 1; count <= 2; count += 1) expect(await updates.next()).toMatchObject({ value: reload })
    expect(losses).toEqual(['live-source-silent'])
    const last = updates.next()
    await expect.poll(() => server.clients.size).toBe(1)
    for (const client of server.clients) client.send('back')
    expect(await last).toMatchObject({ value: 'back' })
  })

  test.each([
    ['answers pings', { autoPong: true }, {}, 'ping'],
    ['answers the message that asks', { autoPong: false }, { ping: { type: 'ping' } }, 'message'],
  ] as const)('that has nothing to say, but %s, stays open', async (_what, server, options, event) => {
    const upstream = await serve(0, server)
    let asked = 0
    upstream.server.on('connection', (client) => {
      client.on(event, (data: Buffer) => {
        asked += 1
        if (event === 'message') client.send(data.toString() === '{"type":"ping"}' ? 'alive' : 'what?')
      })
    })
    const { updates, losses } = await follow(upstream.port, options)
    expect(await updates.next()).toMatchObject({ value: reload })
    const next = updates.next()
    await expect.poll(() => asked).toBeGreaterThan(4)
    for (const client of upstream.server.clients) client.send('news')
    expect(await next).toMatchObject({ value: 'news' })
    expect(losses).toEqual([])
  })

  test('that never opens is given up and opened again', async () => {
    const deaf = createServer().listen(0, '127.0.0.1')
    await once(deaf, 'listening')
    onTestFinished(() => void deaf.close())
    let came = 0
    deaf.on('connection', (stream) => {
      came += 1
      stream.on('error', () => {})
      onTestFinished(() => void stream.destroy())
    })
    const { updates, losses, stop } = await follow((deaf.address() as AddressInfo).port)
    const next = updates.next()
    await expect.poll(() => came).toBeGreaterThan(1)
    expect(losses[0]).toBe('live-source-silent')
    stop.abort()
    expect(await next).toMatchObject({ done: true })
  })

  test('that closes whenever it has opened is opened later each time', async () => {
    const { server, port } = await serve()
    const opened: number[] = []
    server.on('connection', (client) => {
      opened.push(performance.now())
      client.close(4401, 'no key')
    })
    const { updates } = await follow(port)
    for (let count = 0; count < 3; count += 1) expect(await updates.next()).toMatchObject({ value: reload })
    expect(opened[2]! - opened[1]!).toBeGreaterThan(240)
  })

  test('leaves no timer behind when nobody follows it any more', async () => {
    const { port } = await serve()
    const begun = vi.spyOn(globalThis, 'setTimeout')
    const ended = vi.spyOn(globalThis, 'clearTimeout')
    onTestFinished(() => void vi.restoreAllMocks())
    const { updates, stop } = await follow(port, { idle: 123_456 })
    await updates.next()
    stop.abort()
    expect(await updates.next()).toMatchObject({ done: true })
    const timers = begun.mock.calls.flatMap(([, wait], index) =>
      wait === 123_456 ? [begun.mock.results[index]?.value as unknown] : [],
    )
    expect(timers).toHaveLength(1)
    expect(ended.mock.calls.flat()).toContain(timers[0])
  })

  test('needs a runtime that has some', async () => {
    const native = Object.getOwnPropertyDescriptor(globalThis, 'WebSocket')
    Reflect.deleteProperty(globalThis, 'WebSocket')
    onTestFinished(() => void (native && Object.defineProperty(globalThis, 'WebSocket', native)))
    const updates = fromWebSocket('ws://127.0.0.1:1', { toUpdate: String }, stopping().signal)
    await expect(updates.next()).rejects.toMatchObject({ code: 'live-websocket-missing' })
  })
})

test('polled rows come again and again', async () => {
  const stop = stopping()
  let price = 0
  const rows = poll(() => [{ symbol: 'AAA', price: (price += 1) }], 1, stop.signal)
  expect(await rows.next()).toMatchObject({ value: [{ price: 1 }] })
  expect(await rows.next()).toMatchObject({ value: [{ price: 2 }] })
  stop.abort()
  expect(await rows.next()).toMatchObject({ done: true })
})

test('a stream is read and cancelled, whether it can be iterated or not', async () => {
  let cancelled = 0
  const toStream = () =>
    new ReadableStream<{ price: number }>({
      pull: (stream) => stream.enqueue({ price: 1 }),
      cancel: () => void (cancelled += 1),
    })
  const plain = Object.defineProperty(toStream(), Symbol.asyncIterator, { value: undefined })
  for (const stream of [toStream(), plain]) {
    const iterator = readSource(stream, 'widget "quotes"')
    expect(await iterator.next()).toEqual({ done: false, value: { price: 1 } })
    await iterator.return?.()
  }
  expect(cancelled).toBe(2)
  expect(() => readSource([{ price: 1 }], 'widget "quotes"')).toThrow('widget "quotes" returned')
})
