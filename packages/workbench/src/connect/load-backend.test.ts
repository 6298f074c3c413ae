import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { loadBackend } from './load-backend.ts'

vi.stubGlobal('location', { protocol: 'http:', origin: 'http://127.0.0.1:1' })

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

const documents: Readonly<Record<string, unknown>> = {
  '/widgets.json': { prices: { name: 'Prices', description: 'x', type: 'table', endpoint: 'prices' } },
  '/templates.json': [{ name: 'Old desk', description: 'x', tabs: {} }],
  '/agents.json': {},
}

async function load(listener: RequestListener, timeout?: number) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => {
    server.close()
    server.closeAllConnections()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const entries = [
    { key: 'X-API-KEY', value: 'k', location: 'headers' },
    { key: 'token', value: 't', location: 'query' },
  ] as const
  return await loadBackend(
    { id: url, name: 'Desk', url, entries },
    {
      send: ({ url: asked, ...request }, signal) => fetch(asked, { ...request, signal }),
      probe: () => Promise.resolve(undefined),
      ...(timeout === undefined ? {} : { timeout }),
    },
  )
}

describe('the documents of a backend', () => {
  test('are asked for with the keys of the connection; agents.json without query keys', async () => {
    const asked: string[] = []
    const backend = await load(({ url = '', headers }, response) => {
      asked.push(`${url} ${headers['x-api-key'] as string}`)
      const document = documents[new URL(url, 'http://a').pathname]
      response.writeHead(document === undefined ? 404 : 200).end(JSON.stringify(document ?? {}))
    })
    expect(asked[0]).toBe('/widgets.json?token=t k')
    expect(asked.slice(1).toSorted()).toEqual(['/agents.json k', '/apps.json?token=t k', '/templates.json?token=t k'])
    expect(backend).toMatchObject({ widgets: { prices: { name: 'Prices' } }, apps: [{ name: 'Old desk' }] })
  })

  test('may be missing, but for widgets.json', async () => {
    const backend = await load(({ url = '' }, response) => {
      if (url.startsWith('/widgets.json')) response.end(JSON.stringify(documents['/widgets.json']))
      else response.destroy()
    })
    expect(backend).toMatchObject({ apps: [], agents: {} })
  })

  test('that are refused in part are read as far as they go', async () => {
    const backend = await load(({ url = '' }, response) => {
      const broken = { type: 'tabel', name: 'Broken', description: 'x', endpoint: 'b' }
      response.end(
        url.startsWith('/widgets.json') ? JSON.stringify({ ...(documents['/widgets.json'] as object), broken }) : '[]',
      )
    })
    expect(backend).toMatchObject({
      widgets: { prices: {} },
      diagnostics: expect.arrayContaining([expect.objectContaining({ severity: 'error', where: 'widget "broken"' })]),
    })
  })

  test('that never come are given up', async () => {
    const backend = await load(() => undefined, 100)
    expect(backend).toMatchObject({
      failure: { kind: 'timeout', message: expect.stringMatching(/did not answer within 0\.1 seconds/) },
    })
  })
})
