import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { check } from '../../packages/deskwright/src/check/check.ts'
import { prices, serve, servePort, serveSecurely, serveSockets } from './fleet.ts'

const widgets = JSON.stringify({ prices })

/** Milliseconds one answer may take here. */
const timeout = 700
/** Milliseconds the whole check of one server may take, on a machine that does other things too. */
const bound = 30_000

type Answer = (request: IncomingMessage, response: ServerResponse) => unknown
interface Manners {
  readonly document?: Answer
  readonly data?: Answer
  readonly widget?: object
}

/** Serves a backend with one widget as it should be, but for what is given. */
const serveBackend = (manners: Manners): Promise<string> => serve(toBackend(manners))

function toBackend({ document, data, widget = {} }: Manners): RequestListener {
  return (request, response) => {
    const { method, url = '', headers } = request
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('content-type', 'application/json')
    if (method === 'OPTIONS') {
      response.setHeader('access-control-allow-headers', headers['access-control-request-headers'] ?? '*')
      response.setHeader('access-control-allow-private-network', 'true')
      response.writeHead(204).end()
    } else if (url.startsWith('/widgets.json')) {
      if (document === undefined) response.end(JSON.stringify({ prices: { ...prices, ...widget } }))
      else void document(request, response)
    } else if (url.startsWith('/prices') && data !== undefined) void data(request, response)
    else if (url === '/prices') response.end('[]')
    else response.writeHead(404).end('{"detail": "Not found"}')
  }
}

const send =
  (status: number, headers: Readonly<Record<string, string>> = {}, body?: string | Uint8Array): Answer =>
  (_request, response) =>
    response.writeHead(status, headers).end(body)

/** Sends what is given, and no more. */
const begin =
  (headers: Readonly<Record<string, string>>, body?: string): Answer =>
  (_request, response) => {
    response.writeHead(200, headers).flushHeaders()
    if (body !== undefined) response.write(body)
  }

/** Sends what is given, and closes the connection. */
const breakOff =
  (headers: Readonly<Record<string, string>>, body: string | Uint8Array): Answer =>
  (_request, response) => {
    response.writeHead(200, headers)
    response.write(body, () => response.socket?.end())
  }

/** Never ends, as fast as it is read. */
const pour: Answer = (_request, response) => {
  const chunk = Buffer.alloc(1 << 20, 32)
  const pump = () => {
    while (!response.destroyed && response.write(chunk));
    response.once('drain', pump)
  }
  pump()
}

/** Listens, but accepts no connection: after the few that its queue holds, the system drops what arrives. */
async function serveFull(): Promise<string> {
  const program = `const s = require('node:net').createServer().listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    process.stdout.write(String(s.address().port)); })`
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout, 'data')) as [Buffer]
  const port = Number(said)
  child.kill('SIGSTOP')
  const sockets: Socket[] = []
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    child.kill('SIGKILL')
  })
  for (let isFull = false; !isFull;) {
    const socket = connect(port, '127.0.0.1').on('error', () => undefined)
    sockets.push(socket)
    socket.setTimeout(300)
    isFull = (await Promise.race([once(socket, 'connect').then(() => 'in'), once(socket, 'timeout')])) !== 'in'
    socket.setTimeout(0)
  }
  return `http://127.0.0.1:${port}`
}

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Leads to another address, which no page learns. */
const moveAway: Answer = ({ url }, response) => {
  if (url !== '/widgets.json') return response.end(widgets)
  response.removeHeader('access-control-allow-origin')
  return response.writeHead(307, { location: '/widgets.json?v2' }).end()
}

const login = '<!doctype html><title>Sign in</title><form><input type="password"></form>'
const tunnel = '<!doctype html><title>ngrok</title><p>You are about to visit …'
const stream = { 'content-type': 'text/event-stream' }
const toPlain =
  (answer: Answer): RequestListener =>
  (request, response) =>
    void answer(request, response)

describe('a misbehaving server is named for what it is', () => {
  test.each<[name: string, start: () => Promise<string>, expected: readonly string[]]>([
    ['behaves', () => serveBackend({}), []],
    // The way to it.
    ['a name nobody knows', async () => 'http://desk.invalid', ['host-unknown']],
    ['nothing listens', async () => `http://127.0.0.1:${await findFreePort()}`, ['port-refused']],
    ['no way leads there', async () => 'http://224.0.0.1:9600', ['host-unreachable']],
    ['packets are dropped', serveFull, ['host-silent']],
    [
      'on IPv6 only',
      async () => `http://127.0.0.1:${await servePort(toBackend({}), { host: '::1' })}`,
      ['address-other'],
    ],
    ['bound to another interface', async () => `http://127.0.0.2:${await servePort(toBackend({}))}`, ['address-other']],
    [
      'asked at where it listens on all',
      async () => (await serveBackend({})).replace('127.0.0.1', '0.0.0.0'),
      ['address-unspecified'],
    ],
    // Who answers.
    [
      'closes without a word',
      async () => `http://127.0.0.1:${await serveSockets((socket) => socket.end())}`,
      ['server-closes'],
    ],
    ['never speaks', async () => `http://127.0.0.1:${await serveSockets(() => undefined)}`, ['server-silent']],
    [
      'is a mail server',
      async () => `http://127.0.0.1:${await serveSockets((socket) => socket.write('220 mail.example ESMTP\r\n'))}`,
      ['server-foreign'],
    ],
    ['wants HTTPS', async () => `http://127.0.0.1:${await serveSecurely({}, toBackend({}))}`, ['tls-only']],
    ['speaks plain HTTP', async () => (await serveBackend({})).replace('http:', 'https:'), ['tls-missing']],
    [
      'has an expired certificate',
      async () =>
        `https://127.0.0.1:${await serveSecurely({ from: new Date('2020-01-01'), to: new Date('2020-02-01') }, toBackend({}))}`,
      ['tls-expired'],
    ],
    [
      'has a certificate for another name',
      async () => `https://127.0.0.1:${await serveSecurely({ names: ['desk.example'] }, toBackend({}))}`,
      ['tls-name'],
    ],
    // How its documents come.
    ['nothing, 204', () => serveBackend({ document: send(204) }), ['document-status']],
    [
      'an HTML error page',
      () => serveBackend({ document: send(502, { 'content-type': 'text/html' }, '<h1>Bad gateway') }),
      ['document-status'],
    ],
    ['a page to sign in', () => serve(toPlain(send(200, { 'content-type': 'text/html' }, login))), ['document-page']],
    [
      'the warning of a tunnel',
      () => serve(toPlain(send(200, { 'content-type': 'text/html' }, tunnel))),
      ['document-page'],
    ],
    ['a redirect without CORS headers', () => serveBackend({ document: moveAway }), ['document-redirect']],
    ['slow headers', () => serveBackend({ document: () => undefined }), ['document-slow']],
    ['a slow body', () => serveBackend({ document: begin({}, '{"prices": ') }), ['document-slow']],
    ['events that never come', () => serveBackend({ document: begin(stream) }), ['document-slow']],
    [
      'half of it',
      () => serveBackend({ document: breakOff({ 'content-length': '500' }, '{"prices": {') }),
      ['document-cut'],
    ],
    ['JSON that is cut', () => serveBackend({ document: send(200, {}, widgets.slice(0, 40)) }), ['json-unreadable']],
    [
      'no gzip where it says so',
      () => serveBackend({ document: send(200, { 'content-encoding': 'gzip' }, widgets) }),
      ['document-miscompressed'],
    ],
    [
      'cut gzip',
      () => serveBackend({ document: breakOff({ 'content-encoding': 'gzip' }, gzipSync(widgets).subarray(0, 30)) }),
      ['document-cut'],
    ],
    // How its widgets are answered.
    ['nothing for a widget, 204', () => serveBackend({ data: send(204) }), ['widget-no-content']],
    ['an HTML error page for a widget', () => serveBackend({ data: send(500, {}, '<h1>Oh') }), ['widget-status']],
    ['a page for a widget', () => serveBackend({ data: send(200, {}, login) }), ['widget-unreadable']],
    ['slow headers for a widget', () => serveBackend({ data: () => undefined }), ['widget-unanswered']],
    ['a slow body for a widget', () => serveBackend({ data: begin({}, '[') }), ['widget-unanswered']],
    ['events that never come for a widget', () => serveBackend({ data: begin(stream) }), ['widget-unanswered']],
    [
      'JSON that is cut for a widget',
      () => serveBackend({ data: send(200, {}, '[{"price": 1') }),
      ['widget-unreadable'],
    ],
    [
      'half of it for a widget',
      () => serveBackend({ data: breakOff({ 'content-length': '500' }, '[') }),
      ['widget-unanswered'],
    ],
    [
      'no gzip where it says so for a widget',
      () => serveBackend({ data: send(200, { 'content-encoding': 'gzip' }, '[]') }),
      ['widget-miscompressed'],
    ],
    [
      'an error that no page may read',
      () =>
        serveBackend({
          data: (_request, response) =>
            response.removeHeader('access-control-allow-origin') ?? response.writeHead(500).end(),
        }),
      ['widget-status', 'cors-error-answer'],
    ],
    [
      'data that no page may read',
      () =>
        serveBackend({
          data: (_request, response) => response.removeHeader('access-control-allow-origin') ?? response.end('[]'),
        }),
      ['cors-widget'],
    ],
    ['circles', () => serveBackend({ data: send(307, { location: '/prices' }) }), ['widget-unanswered']],
    [
      'much without compression',
      () =>
        serveBackend({ data: send(200, {}, JSON.stringify(Array.from({ length: 9000 }, (_, price) => ({ price })))) }),
      ['answer-uncompressed'],
    ],
  ])('%s', async (_name, start, expected) => {
    const url = await start()
    const begun = performance.now()
    const { findings } = await check(url, { timeout })
    expect(findings.map(({ code }) => code)).toEqual(expected)
    expect(performance.now() - begun).toBeLessThan(bound)
  })

  test.each<[string, Manners, string]>([
    ['document', { document: pour }, 'document-endless'],
    ['answer for a widget', { data: pour }, 'widget-unanswered'],
  ])('a %s without an end is left after 64 MB', async (_name, manners, code) => {
    const { findings } = await check(await serveBackend(manners), { timeout: bound, only: ['transport', 'widgets'] })
    expect(findings).toMatchObject([{ code, message: expect.stringContaining('64 MB') }])
  })
})

/** Leads from the path without a slash at its end to the one with it, as FastAPI does. */
const addSlash: (status: number, base?: string) => Answer =
  (status, base = '') =>
  (request, response) => {
    const { pathname, search } = new URL(request.url ?? '', 'http://here')
    if (pathname.endsWith('/')) response.end(`[{"method": "${request.method}"}]`)
    else response.writeHead(status, { location: `${base}${pathname}/${search}` }).end()
  }

describe('a redirect of a widget', () => {
  test.each<[string, Answer, readonly string[]]>([
    ['to the same path with a slash costs a request', addSlash(307), ['advice every request is made twice']],
    [
      'without CORS headers is where browsers stop',
      (request, response) => {
        if (request.url === '/prices') response.removeHeader('access-control-allow-origin')
        return addSlash(307)(request, response)
      },
      ['error but browsers stop there: Access-Control-Allow-Origin is missing'],
    ],
  ])('%s', async (_name, data, expected) => {
    const { findings } = await check(await serveBackend({ data }), { only: ['transport', 'cors', 'widgets'] })
    expect(findings.map(({ severity, code, message }) => [severity, code, message])).toEqual(
      expected.map((said) => [
        said.split(' ')[0],
        'widget-redirect',
        expect.stringContaining(said.replace(/^\w+ /, '')),
      ]),
    )
  })

  test.each([301, 302, 303])('loses the body of a POST with %i, not with 307 or 308', async (status) => {
    const find = async (given: number) => {
      const data: Answer = async (request, response) => {
        await text(request)
        if (request.url === '/prices') response.writeHead(given, { location: '/prices/v2' }).end()
        else response.end('{"content": "Hello"}')
      }
      const url = await serveBackend({
        data,
        widget: { type: 'omni', params: [{ paramName: 'prompt', type: 'text' }] },
      })
      const { findings } = await check(url, { only: ['transport', 'widgets'] })
      return findings.filter(({ code }) => code === 'widget-redirect').map(({ severity }) => severity)
    }
    expect([await find(status), await find(307), await find(308)]).toEqual([['error'], ['advice'], ['advice']])
  })

  test('to another origin hides where the request began', async () => {
    const origins: unknown[] = []
    const keys: unknown[] = []
    const other = await serve(({ headers }, response) => {
      origins.push(headers.origin)
      keys.push(headers['x-api-key'])
      response.writeHead(200, { 'access-control-allow-origin': 'https://pro.openbb.co' }).end('[]')
    })
    const url = await serveBackend({ data: send(302, { location: `${other}/rows` }) })
    const { findings } = await check(url, {
      only: ['transport', 'cors', 'widgets'],
      headers: { 'x-api-key': 'secret' },
    })
    expect(findings.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'error cors-widget',
      'advice widget-redirect',
    ])
    expect([origins, keys]).toEqual([['null'], [undefined]])
  })
})

describe('the caller can end a check at any time', () => {
  test.each<[string, () => Promise<string>]>([
    ['while documents are waited for', () => serveBackend({ document: () => undefined })],
    ['while a connection is waited for', serveFull],
    ['while a widget is waited for', () => serveBackend({ data: () => undefined })],
    ['while the doctor listens', async () => `http://127.0.0.1:${await serveSockets((socket) => socket.resume())}`],
  ])('%s', async (_name, start) => {
    const url = await start()
    const controller = new AbortController()
    const reason = new Error('enough')
    const checked = check(url, { timeout: 60_000, signal: controller.signal })
    setImmediate(() => controller.abort(reason))
    await expect(checked).rejects.toBe(reason)
  })

  test('while the doctor listens to who closes each connection but the last', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    let connections = 0
    // The documents are refused; what the doctor opens after that is kept waiting.
    const port = await serveSockets((socket) => {
      connections += 1
      if (connections <= 3) socket.destroy()
      else controller.abort(reason)
    })
    const checked = check(`http://127.0.0.1:${port}`, { timeout: 60_000, signal: controller.signal })
    await expect(checked).rejects.toBe(reason)
  })
})
