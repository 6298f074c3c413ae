import { EventEmitter, once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { WebSocketServer } from 'ws'
import { column, defineBackend } from '../../packages/deskwright/src/index.ts'
import { fromEvents } from '../../packages/deskwright/src/live/from-events.ts'
import { fromWebSocket } from '../../packages/deskwright/src/live/from-web-socket.ts'
import { grace } from '../../packages/deskwright/src/live/hub.ts'
import { connect, start } from '../../packages/deskwright/src/live/live-client.fixture.ts'
import { liveGrid, type LiveGridOptions } from '../../packages/deskwright/src/live/live-grid.ts'
import { openSocket } from '../../packages/deskwright/src/node/open-socket.ts'

interface Quote {
  readonly symbol: string
  readonly price: number
}

const columns = { symbol: column.text('Symbol'), price: column.number('Price') }

/** Serves quotes from anywhere. */
async function serveQuotes(parts: Pick<LiveGridOptions<{}, typeof columns, 'symbol'>, 'load' | 'subscribe'>) {
  const quotes = liveGrid({ name: 'Quotes', columns, rowId: 'symbol', ...parts })
  return await start(defineBackend({ name: 'Live', widgets: { quotes } }))
}

/** What keeps the process busy, by kind: timers, sockets. */
function countResources(): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}

test('clients that come and go leave no listener, no timer and no socket behind', { timeout: 120_000 }, async () => {
  const trades = new EventEmitter().setMaxListeners(0)
  const signals: AbortSignal[] = []
  const server = await serveQuotes({
    load: () => [{ symbol: 'AAA', price: 1 }],
    subscribe: (_params, { signal }) => {
      signals.push(signal)
      return fromEvents(trades, 'trade', (trade: Quote) => trade, signal)
    },
  })
  const comeAndGo = async (count: number) => {
    const clients = await Promise.all(Array.from({ length: count }, () => connect(server)))
    for (const [index, client] of clients.entries()) {
      client.ask()
      if (index % 2 === 0) await client.until(({ rows }) => rows.size === 1)
      trades.emit('trade', { symbol: 'AAA', price: index })
      if (index % 3 === 0) client.socket.terminate()
      else client.socket.close()
    }
    await Promise.all(clients.map(({ closed }) => closed))
    await expect.poll(() => trades.listenerCount('trade'), { timeout: grace * 4 }).toBe(0)
  }
  await comeAndGo(5)
  const before = countResources()
  for (let round = 0; round < 2; round += 1) await comeAndGo(100)
  expect(signals.every(({ aborted }) => aborted)).toBe(true)
  const more = () => {
    const kinds = Object.entries(countResources()).filter(([kind]) => kind === 'Timeout' || kind.startsWith('TCP'))
    return kinds.filter(([kind, count]) => count > (before[kind] ?? 0) + 2)
  }
  await expect.poll(more).toEqual([])
})

test('a grid over another server goes on when that dies and returns', async () => {
  const upstream = async (port = 0) => {
    const server = new WebSocketServer({ port, host: '127.0.0.1' })
    await once(server, 'listening')
    const stop = () => {
      for (const client of server.clients) client.terminate()
      server.close()
    }
    onTestFinished(stop)
    return { server, stop, port: (server.address() as AddressInfo).port }
  }
  const first = await upstream()
  const lost = vi.fn<() => void>()
  let price = 1
  const server = await serveQuotes({
    load: () => [{ symbol: 'AAA', price }],
    subscribe: (_params, { signal }) =>
      fromWebSocket(
        `ws://127.0.0.1:${first.port}`,
        { toUpdate: (text) => JSON.parse(text) as Quote, open: openSocket, onLoss: lost },
        signal,
      ),
  })
  const client = await connect(server)
  client.ask()
  await expect.poll(() => first.server.clients.size).toBe(1)
  for (const socket of first.server.clients) socket.send('{"symbol":"AAA","price":2}')
  await client.until(({ rows }) => rows.get('AAA')?.['price'] === 2)

  first.stop()
  await once(first.server, 'close')
  price = 3 // what happens meanwhile comes with the rows, which are loaded anew
  const second = await upstream(first.port)
  await client.until(({ rows }) => rows.get('AAA')?.['price'] === 3)
  for (const socket of second.server.clients) socket.send('{"symbol":"AAA","price":4}')
  await client.until(({ rows }) => rows.get('AAA')?.['price'] === 4)
  expect(lost).toHaveBeenCalled()
})
