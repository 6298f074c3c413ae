import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { serveWorkbench, type RunningWorkbench } from './serve-workbench.ts'
import type { ProbeReport } from './workbench/probe.ts'

let workbench: RunningWorkbench
let backend: Awaited<ReturnType<typeof serveBackend>>
const closing: (() => void)[] = []

async function serveBackend(listener: RequestListener) {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function start(listener: RequestListener) {
  const started = await serveBackend(listener)
  closing.push(() => started.close())
  return started
}

/** Asks the page's server with a Host header of one's own, which `fetch` does not allow. */
async function askAs(host: string, path: string): Promise<string> {
  const socket = connect(workbench.port, '127.0.0.1')
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  return await text(socket)
}

const probe = async (url: string): Promise<ProbeReport> =>
  (await (await fetch(`${workbench.url}/probe?url=${encodeURIComponent(url)}`)).json()) as ProbeReport

beforeAll(async () => {
  backend = await serveBackend((_request, response) => response.end('{}'))
  workbench = await serveWorkbench({ connections: [{ name: 'Desk', url: backend.url }], port: 0 })
})
afterAll(async () => {
  await workbench.close()
  backend.close()
})
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

describe('Highcharts', () => {
  it('is offered when the project has it, and else is not there', async () => {
    expect((await fetch(`${workbench.url}/vendor/highcharts.js`)).status).toBe(404)
    const project = await mkdtemp(join(tmpdir(), 'deskwright-highcharts-'))
    const before = process.cwd()
    const installed = join(project, 'node_modules/highcharts')
    await mkdir(join(installed, 'modules'), { recursive: true })
    await writeFile(join(installed, 'package.json'), '{"name":"highcharts"}')
    await writeFile(join(installed, 'highcharts.js'), 'core')
    await writeFile(join(installed, 'modules/stock.js'), 'stock')
    process.chdir(project)
    const own = await serveWorkbench({ connections: [], port: 0 }).finally(() => process.chdir(before))
    closing.push(() => void own.close())
    const core = await fetch(`${own.url}/vendor/highcharts.js`)
    expect([core.headers.get('content-type'), await core.text()]).toEqual(['text/javascript; charset=utf-8', 'core'])
    expect(await (await fetch(`${own.url}/vendor/highcharts/modules/stock.js`)).text()).toBe('stock')
    expect((await fetch(`${own.url}/vendor/highcharts/..%2F..%2Fsecret.js`)).status).toBe(404)
    await rm(project, { recursive: true })
  })
})

describe('the page of the Workbench', () => {
  it('is served below its address, with what it loads', async () => {
    const page = await fetch(workbench.url)
    expect(page.url).toBe(`${workbench.url}/`)
    expect(page.headers.get('Content-Security-Policy')).toBe("frame-ancestors 'none'")
    const html = await page.text()
    const [, script = ''] = /src="\.\/(assets\/[^"]+\.js)"/.exec(html) ?? []
    const loaded = await fetch(`${workbench.url}/${script}`)
    expect(loaded.headers.get('Content-Type')).toMatch(/^text\/javascript/)
    expect(loaded.headers.get('Cache-Control')).toContain('immutable')
  })

  it('is found from the root and by the name localhost', async () => {
    expect((await fetch(workbench.origin)).url).toBe(`${workbench.url}/`)
    expect(await askAs(`localhost:${workbench.port}`, '/workbench/')).toContain(`Location: ${workbench.url}/\r\n`)
  })

  it('is not given to a page that took this address by another name', async () => {
    const answer = await askAs('evil.example', '/workbench/connections.json')
    expect(answer).toMatch(/^HTTP\/1\.1 421 /)
    expect(answer).not.toContain(backend.url)
  })

  it.each(['../package.json', '%2e%2e/package.json', '..%2fpackage.json', 'assets/../../package.json', 'nothing.js'])(
    'comes with nothing but its own files: %s',
    async (path) => {
      const answer = await askAs(`127.0.0.1:${workbench.port}`, `/workbench/${path}`)
      expect(answer).toMatch(/^HTTP\/1\.1 (404|307) /)
    },
  )
})

describe('its connections', () => {
  it('are those it was started with', async () => {
    const answer = await fetch(`${workbench.url}/connections.json`)
    expect(await answer.json()).toEqual({ connections: [{ name: 'Desk', url: backend.url }], followsSources: false })
  })

  it.each([
    ['another origin', { Origin: 'https://evil.example' }],
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
  ])('are not told to %s', async (_who, headers) => {
    const answer = await fetch(`${workbench.url}/connections.json`, { headers })
    expect(answer.status).toBe(403)
  })

  it('are added by the page alone', async () => {
    const add = (headers: Record<string, string>, body: string) =>
      fetch(`${workbench.url}/connections.json`, { method: 'POST', headers, body })
    const body = JSON.stringify({ name: 'Mine', url: 'http://127.0.0.1:1' })
    expect((await add({}, body)).status).toBe(403)
    expect((await add({ Origin: 'https://evil.example' }, body)).status).toBe(403)
    expect((await add({ Origin: workbench.origin }, '{"name":"x","url":"file:///etc/passwd"}')).status).toBe(422)
    expect((await add({ Origin: workbench.origin }, 'x'.repeat(70_000))).status).toBe(413)
    expect((await add({ Origin: workbench.origin }, body)).status).toBe(200)
    expect(await probe('http://127.0.0.1:1')).toMatchObject({ outcome: 'refused' })
  })
})

describe('a probe', () => {
  it('looks at connections only', async () => {
    let asked = 0
    const stranger = await start((_request, response) => void response.end(String((asked += 1))))
    expect(await probe(stranger.url)).toEqual({ detail: 'That is none of the connections.' })
    expect(await probe(`${backend.url}/`)).toEqual({ detail: 'That is none of the connections.' })
    expect(asked).toBe(0)
  })

  const look = async (url: string, headers: Record<string, string> = {}) => {
    workbench.show([{ name: 'Desk', url, headers }])
    return await probe(url)
  }

  it('tells an answer that the page may read from one that it may not', async () => {
    const open = await start((_request, response) => response.setHeader('Access-Control-Allow-Origin', '*').end('{}'))
    const closed = await start((_request, response) => response.end('{}'))
    const { origin } = workbench
    expect(await look(open.url)).toMatchObject({
      outcome: 'answered',
      status: 200,
      origins: { [origin]: { allowed: true } },
    })
    expect(await look(closed.url)).toMatchObject({
      origins: { [origin]: { allowed: false, because: 'the answer has no Access-Control-Allow-Origin' } },
    })
  })

  it('asks for permission when the connection has headers', async () => {
    const methods: unknown[] = []
    const half = await start((request, response) => {
      methods.push(request.method)
      response.setHeader('Access-Control-Allow-Origin', '*').setHeader('Access-Control-Allow-Headers', 'content-type')
      response.end('{}')
    })
    const { origins } = await look(half.url, { 'X-API-KEY': 'secret' })
    expect(origins?.[workbench.origin]).toEqual({
      allowed: false,
      because: 'Access-Control-Allow-Headers lacks x-api-key',
    })
    expect(methods).toContain('OPTIONS')
  })

  it('says where an answer leads, and does not go there', async () => {
    let asked = 0
    const target = await start((_request, response) => void response.end(String((asked += 1))))
    const sender = await start((_request, response) => response.writeHead(302, { Location: target.url }).end())
    expect(await look(sender.url)).toMatchObject({ status: 302, location: `${target.url}/` })
    expect(asked).toBe(0)
  })

  it.each([
    ['refused', 'http://127.0.0.1:1'],
    ['dns', 'http://no-such-host.invalid'],
  ])('tells %s', async (outcome, url) => {
    expect(await look(url)).toMatchObject({ outcome })
  })

  it('tells a server that speaks another protocol', async () => {
    const plain = await start((_request, response) => response.end('{}'))
    expect(await look(plain.url.replace('http:', 'https:'))).toMatchObject({ outcome: 'protocol' })
  })
})

describe('its events', () => {
  it('tell how it is, and every change', async () => {
    const { body } = await fetch(`${workbench.url}/events`)
    const reader = (body as ReadableStream<Uint8Array>).getReader()
    const next = async () => {
      const { value } = await reader.read()
      return JSON.parse(new TextDecoder().decode(value).split('data: ')[1] ?? '') as unknown
    }
    expect(await next()).toEqual({ version: 0 })
    workbench.tell({ message: 'It is broken.', hint: 'Mend it.', place: 'desk.ts:3' })
    expect(await next()).toEqual({
      version: 0,
      problem: { message: 'It is broken.', hint: 'Mend it.', place: 'desk.ts:3' },
    })
    workbench.tell()
    expect(await next()).toEqual({ version: 1 })
    await reader.cancel()
  })
})
