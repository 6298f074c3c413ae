import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { column, defineBackend, param } from '../../packages/deskwright/src/index.ts'
import { connect, start, type LiveClient } from '../../packages/deskwright/src/live/live-client.fixture.ts'
import { liveGrid } from '../../packages/deskwright/src/live/live-grid.ts'
import { createSource } from '../../packages/deskwright/src/live/source.fixture.ts'

interface Quote {
  readonly symbol: string
  readonly price: number
  readonly note?: string
}

const symbols = Array.from({ length: 20 }, (_, index) => `S${index}`)

/** A desk whose prices a test moves. */
function createDesk() {
  const source = createSource<Quote>()
  const prices = new Map<string, number>(symbols.map((symbol) => [symbol, 0]))
  const quotes = liveGrid({
    name: 'Quotes',
    params: { desk: param.text('Desk', { value: 'all' }) },
    columns: { symbol: column.text('Symbol'), price: column.number('Price'), note: column.text('Note') },
    rowId: 'symbol',
    load: () => [...prices].map(([symbol, price]) => ({ symbol, price, note: '' })),
    subscribe: (_params, { signal }) => source.subscribe(signal),
  })
  const move = (symbol: string, price: number, note?: string) => {
    prices.set(symbol, price)
    source.push({ symbol, price, ...(note !== undefined && { note }) })
  }
  const isCurrent = ({ rows }: LiveClient) =>
    symbols.every((symbol) => rows.get(symbol)?.['price'] === prices.get(symbol))
  return { source, move, isCurrent, backend: defineBackend({ name: 'Live', widgets: { quotes } }) }
}

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve))
/** Opens clients, some at a time. */
async function connectAll(server: { url: string }, count: number): Promise<LiveClient[]> {
  const clients: LiveClient[] = []
  while (clients.length < count) {
    const some = Array.from({ length: Math.min(50, count - clients.length) }, () => connect(server))
    clients.push(...(await Promise.all(some)))
  }
  return clients
}

test('two hundred clients all get the last state of every row, from one subscription', async () => {
  const { backend, source, move, isCurrent } = createDesk()
  const clients = await connectAll(await start(backend), 200)
  for (const client of clients) client.ask()
  await Promise.all(clients.map((client) => client.until(isCurrent)))
  for (let step = 1; step <= 500; step += 1) {
    move(symbols[step % symbols.length]!, step)
    if (step % 10 === 0) await turn()
  }
  await Promise.all(clients.map((client) => client.until(isCurrent)))
  expect([source.begun(), source.readers()]).toEqual([1, 1])
  expect(Math.max(...clients.map(({ messages }) => messages()))).toBeLessThan(500)
})

test('a client that stops reading is sent what it missed in one piece, not all that happened', async () => {
  const { backend, move, isCurrent } = createDesk()
  const server = await start(backend)
  const [slow, quick] = (await connectAll(server, 2)) as [LiveClient, LiveClient]
  for (const client of [slow, quick]) {
    client.ask()
    await client.until(isCurrent)
  }
  slow.socket.pause()
  const before = process.memoryUsage().arrayBuffers
  // More than the system's own buffers hold: a megabyte in each round.
  for (let round = 1; round <= 40; round += 1) {
    for (const symbol of symbols) move(symbol, round, `${round}`.repeat(50_000 / `${round}`.length))
    await quick.until(isCurrent)
  }
  const resumed = performance.now()
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
  slow.socket.resume()
  await slow.until(isCurrent)
  expect(slow.messages()).toBeLessThan(quick.messages())
  expect(performance.now() - resumed).toBeLessThan(20_000)
})

test('a client that changes its params a hundred times a second gets the rows of the last ones', async () => {
  const { backend, source, isCurrent } = createDesk()
  const client = await connect(await start(backend))
  const started = performance.now()
  for (let change = 0; change < 100; change += 1) {
    client.ask({ desk: `desk ${change}` })
    await new Promise((resolve) => void setTimeout(resolve, 5))
  }
  await client.until(isCurrent)
  // It begins four times a second, however long a busy machine takes for the hundred.
  expect(source.begun()).toBeLessThan(8 + (performance.now() - started) / 250)
})

test('clients that come and go leave nothing behind', async () => {
  const { backend, source } = createDesk()
  const server = await start(backend)
  for (let round = 0; round < 10; round += 1) {
    const clients = await connectAll(server, 50)
    for (const [index, client] of clients.entries()) {
      if (index % 2 === 0) client.ask({ desk: `desk ${index % 4}` })
      if (index % 3 === 0) client.socket.terminate()
      else client.socket.close()
    }
    await Promise.all(clients.map(({ closed }) => closed))
  }
  await source.until(() => source.readers() === 0)
  expect(source.begun()).toBeGreaterThan(0)
})

describe('a client that comes back', () => {
  test('after the server was restarted is current again', async () => {
    const { backend, move, isCurrent } = createDesk()
    const first = await start(backend)
    const before = await connect(first)
    before.ask()
    await before.until(isCurrent)
    await first.close()
    expect(await before.closed).toEqual([1001, ''])
    move('S0', 7)
    const after = await connect(await start(backend, { port: first.port }))
    after.ask()
    await after.until(isCurrent)
    expect(after.rows.get('S0')).toMatchObject({ price: 7 })
  })

  test('while the source is away gets the rows, and the updates when it is back', async () => {
    const { backend, source, move, isCurrent } = createDesk()
    const client = await connect(await start(backend))
    client.ask()
    await client.until(isCurrent)
    source.fail(new TypeError('away'))
    await source.until(() => source.readers() === 0)
    move('S1', 3)
    await source.until(() => source.readers() === 1)
    await client.until(isCurrent)
    move('S2', 4)
    await client.until(isCurrent)
    expect([client.rows.get('S1'), client.rows.get('S2')]).toMatchObject([{ price: 3 }, { price: 4 }])
  })
})

test('a socket is encrypted when the backend is', async () => {
  const home = await mkdtemp(join(tmpdir(), 'deskwright-live-'))
  const known = process.env['DESKWRIGHT_HOME']
  process.env['DESKWRIGHT_HOME'] = home
  onTestFinished(async () => {
    if (known === undefined) delete process.env['DESKWRIGHT_HOME']
    else process.env['DESKWRIGHT_HOME'] = known
    await rm(home, { recursive: true })
  })
  const { backend, isCurrent } = createDesk()
  const server = await start(backend, { https: true })
  expect(server.url).toMatch(/^https:/)
  const client = await connect(server, 'widgets/quotes/live', { rejectUnauthorized: false })
  client.ask()
  await client.until(isCurrent)
})
