import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { apiKey, column, defineBackend, param, type BackendOptions } from 'deskwright'
import { liveGrid } from 'deskwright/live'
import { serve, type ServeOptions } from 'deskwright/node'
import type { WireWidgets } from 'deskwright/spec'
import { expect, onTestFinished } from 'vitest'
import { connect, type LiveClient } from '../../packages/deskwright/src/live/live-client.fixture.ts'
import { requirement } from './requirement.ts'

const symbols = ['AAA', 'BBB', 'CCC']

const quotes = liveGrid({
  name: 'Quotes',
  params: { symbols: param.text('Symbols', { value: ['AAA'], multiple: true }), venue: param.text('Venue') },
  columns: { symbol: column.text('Symbol'), price: column.number('Price'), venue: column.text('Venue') },
  rowId: 'symbol',
  load: ({ symbols, venue }) => symbols.map((symbol) => ({ symbol, price: 0, venue })),
  subscribe: async function* ({ symbols }, { signal }) {
    for (let price = 1; !signal.aborted; price += 1) {
      await new Promise((resolve) => void setTimeout(resolve, 20))
      for (const symbol of symbols) yield { symbol, price }
    }
  },
})

/** Serves the grid, and opens the socket that its document names, as Workspace does. */
async function open(
  options: Partial<BackendOptions> = {},
  serving: ServeOptions = {},
  query = '',
): Promise<LiveClient> {
  const server = await serve(defineBackend({ name: 'Live', widgets: { quotes }, ...options }), { port: 0, ...serving })
  onTestFinished(async () => void (await server.close(0)))
  const insecure = serving.https === undefined ? {} : { rejectUnauthorized: false }
  if (serving.https !== undefined) return connect(server, 'widgets/quotes/live', insecure)
  const document = (await (await fetch(`${server.url}/widgets.json${query}`)).json()) as WireWidgets
  return connect(server, `${document['quotes']?.wsEndpoint}${query}`)
}

const seen = ({ updates }: LiveClient) => new Set(updates.map(({ symbol }) => symbol))
const moved = ({ rows }: LiveClient, symbol: string) => Number(rows.get(symbol)?.['price']) > 0

requirement('DOC-13', async () => {
  const client = await open({ basePath: '/desk' })
  client.ask({ symbols: ['AAA'] })
  await client.until((one) => moved(one, 'AAA'))
  expect(seen(client)).toEqual(new Set(['AAA']))
})

requirement('TLS-04', async () => {
  const home = mkdtempSync(join(tmpdir(), 'deskwright-tls-'))
  const known = process.env['DESKWRIGHT_HOME']
  process.env['DESKWRIGHT_HOME'] = home
  onTestFinished(() => {
    if (known === undefined) delete process.env['DESKWRIGHT_HOME']
    else process.env['DESKWRIGHT_HOME'] = known
    rmSync(home, { recursive: true })
  })
  const client = await open({}, { https: true })
  client.ask({})
  await client.until((one) => moved(one, 'AAA'))
  expect(client.socket.url).toMatch(/^wss:/)
})

requirement('LIVE-02', async () => {
  const client = await open()
  client.ask({ symbols: ['AAA'] })
  await client.until((one) => moved(one, 'AAA'))
  client.ask({ symbols: ['BBB'] })
  await client.until((one) => moved(one, 'BBB'))
  expect(seen(client)).toEqual(new Set(['AAA', 'BBB']))
})

requirement('LIVE-03', async () => {
  for (const given of [symbols, symbols.join(',')]) {
    const client = await open()
    client.ask({ symbols: given, venue: 'X' })
    await client.until((one) => symbols.every((symbol) => moved(one, symbol)))
    expect(client.rows.get('CCC')).toMatchObject({ venue: 'X' })
  }
})

requirement('LIVE-04', async () => {
  const client = await open()
  const messages: unknown[] = []
  client.socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString())))
  client.ask({ symbols })
  await client.until((one) => moved(one, 'CCC'))
  expect(messages.every((message) => Array.isArray(message) && message.every((row) => typeof row === 'object'))).toBe(
    true,
  )
})

requirement('LIVE-05', async () => {
  const client = await open()
  client.ask({ symbols: ['AAA'], venue: 'X' })
  await client.until((one) => moved(one, 'AAA'))
  expect(client.updates[0]).toEqual({ symbol: 'AAA', price: 0, venue: 'X' })
  expect(client.updates.at(-1)).toEqual({ symbol: 'AAA', price: expect.any(Number) })
})

requirement('LIVE-06', async () => {
  const client = await open()
  client.ask({ symbols: ['AAA'] })
  await client.until((one) => moved(one, 'AAA'))
  client.ask({ symbols: ['BBB'] })
  await client.until((one) => moved(one, 'BBB'))
  const { length } = client.updates
  await client.until(({ updates }) => updates.length > length + 5)
  expect(new Set(client.updates.slice(length).map(({ symbol }) => symbol))).toEqual(new Set(['BBB']))
})

requirement('LIVE-07', async () => {
  const [silent, asking] = [await open(), await open()]
  asking.ask({ symbols: ['AAA'] })
  await asking.until(({ updates }) => updates.length > 5)
  expect(silent.updates).toEqual([])
})

requirement('LIVE-08', async () => {
  const client = await open()
  const kinds: boolean[] = []
  client.socket.on('message', (_data, isBinary) => kinds.push(isBinary))
  client.ask({ symbols })
  await client.until(() => kinds.length > 5)
  expect(new Set(kinds)).toEqual(new Set([false]))
})

requirement('LIVE-09', async () => {
  const auth = apiKey({ query: 'desk_key', keys: ['k'] })
  const client = await open({ auth }, {}, '?desk_key=k')
  client.ask({ symbols: ['AAA'] })
  await client.until((one) => moved(one, 'AAA'))
  expect(seen(client)).toEqual(new Set(['AAA']))
  const server = { url: new URL(client.socket.url).origin }
  for (const query of ['', '?desk_key=wrong']) {
    await expect(connect(server, `widgets/quotes/live${query}`)).rejects.toMatchObject({ statusCode: 401 })
  }
})
