import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { check as checkAll, type CheckOptions } from 'deskwright/check'
import { describe, expect, onTestFinished, test } from 'vitest'

const widgets = { prices: { name: 'Prices', description: 'Of the day', endpoint: 'prices' } }

const check = (url: string, options: CheckOptions = {}) => checkAll(url, { only: ['documents'], ...options })

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const documents = (known: Readonly<Record<string, unknown>>) =>
  serve(({ url = '' }, response) => {
    const document = known[url]
    response.statusCode = document === undefined ? 404 : 200
    response.end(typeof document === 'string' ? document : JSON.stringify(document ?? { detail: 'Not found' }))
  })

const found = async (url: string, options = {}) =>
  (await check(url, options)).findings.map(({ severity, code, where }) => `${severity} ${code} ${where}`)

describe('the documents of a running backend', () => {
  test('are asked for below its address, and only widgets.json has to be there', async () => {
    const url = await documents({ '/desk/widgets.json': widgets })
    const report = await check(`${url}/desk/`)
    expect(report.findings).toEqual([])
    expect(report.summary).toBe('Workspace will load the widget.')
    expect(await found(`${url}/desk/widgets.json`)).toEqual([])
  })

  test('may have apps under their old name', async () => {
    const url = await documents({ '/widgets.json': widgets, '/templates.json': [{ name: 'Desk', tabs: [] }] })
    expect((await check(url)).errors).toMatchObject([{ where: 'app "Desk"', path: 'tabs', loses: 'all apps' }])
  })

  test('have findings with a pointer and an excerpt', async () => {
    const url = await documents({ '/widgets.json': { prices: { ...widgets.prices, type: 'tabel' } } })
    expect((await check(url)).errors).toMatchObject([
      { place: { source: `${url}/widgets.json`, pointer: '/prices/type', excerpt: '"tabel"' } },
    ])
  })

  test.each([401, 404, 422, 500])('that are answered with %i are an error', async (status) => {
    const url = await serve((_request, response) => response.writeHead(status).end())
    const report = await check(url)
    expect(report.errors).toMatchObject([
      { code: 'document-status', message: expect.stringContaining(String(status)), loses: 'all widgets' },
    ])
    expect(report.summary).toBe('Workspace will load no widgets: widgets.json did not come.')
  })

  test('that are a page are told as one', async () => {
    const url = await documents({ '/widgets.json': '<!doctype html><title>Login</title>' })
    expect((await check(url)).errors).toMatchObject([
      { code: 'document-page', message: expect.stringContaining('"Login"'), loses: 'all widgets' },
    ])
  })

  test('that never come are given up', async () => {
    const url = await serve(() => undefined)
    expect(await found(url, { timeout: 50 })).toContain('error document-slow widgets.json')
  })

  test('that stop in the middle are given up', async () => {
    const url = await serve((_request, response) => void response.writeHead(200).write('{'))
    expect(await found(url, { timeout: 50 })).toContain('error document-slow widgets.json')
  })

  test('of nobody are an error with its cause', async () => {
    const report = await check('http://127.0.0.1:8539')
    expect(report.errors).toMatchObject([{ code: 'port-refused', message: expect.stringContaining('ECONNREFUSED') }])
  })

  test('are asked for with the given headers', async () => {
    const url = await serve(({ headers }, response) => {
      response.writeHead(headers['x-api-key'] === 'secret' ? 200 : 401).end('{}')
    })
    expect(await found(url, { headers: { 'X-API-KEY': 'secret' } })).not.toContain('error document-status widgets.json')
  })

  test('end with the signal of the caller', async () => {
    const url = await serve(() => undefined)
    await expect(check(url, { signal: AbortSignal.abort() })).rejects.toThrow('abort')
  })
})

test.each(['widgets.json', 'ftp://example.com', ''])('%j is nothing to ask', async (what) => {
  await expect(check(what)).rejects.toMatchObject({ code: 'check-unknown' })
})
