import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { check } from '../../packages/deskwright/src/check/check.ts'
import { prices, serve, servePort, serveSecurely, serveSockets } from './fleet.ts'

const widgets = JSON.stringify({ prices })
const find = async (url: string, timeout = 20_000) =>
  (await check(url, { timeout, only: ['documents'] })).findings.map(({ code, message, hint }) => ({
    code,
    message,
    hint,
  }))

async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

describe('a URL that gives no answer is explained', () => {
  test('a name that nobody knows', async () => {
    expect(await find('http://desk.invalid')).toMatchObject([{ code: 'host-unknown' }])
  })

  test('a port where nothing listens', async () => {
    const port = await findFreePort()
    expect(await find(`http://127.0.0.1:${port}`)).toMatchObject([
      { code: 'port-refused', message: expect.stringContaining(`port ${port} of 127.0.0.1`) },
    ])
  })

  test('a server that listens on IPv6 only', async () => {
    const port = await servePort(
      ({ url }, response) => (url === '/widgets.json' ? response.end(widgets) : response.writeHead(404).end()),
      { host: '::1' },
    )
    expect(await find(`http://127.0.0.1:${port}`)).toMatchObject([
      { code: 'address-other', hint: expect.stringContaining(`http://[::1]:${port}`) },
    ])
    expect(await find(`http://[::1]:${port}`)).toEqual([])
  })

  test('HTTP asked of an HTTPS server', async () => {
    const port = await serveSecurely({}, (_request, response) => response.end(widgets))
    expect(await find(`http://127.0.0.1:${port}`)).toMatchObject([
      { code: 'tls-only', hint: `Use https://127.0.0.1:${port}.` },
    ])
  })

  test('HTTPS asked of an HTTP server', async () => {
    const port = await servePort((_request, response) => response.end(widgets))
    expect(await find(`https://127.0.0.1:${port}`)).toMatchObject([
      { code: 'tls-missing', hint: expect.stringContaining(`http://127.0.0.1:${port}`) },
    ])
  })

  test.each([
    ['tls-untrusted', 'signed by itself', {}],
    ['tls-expired', '2020-02-01', { from: new Date('2020-01-01'), to: new Date('2020-02-01') }],
    ['tls-name', 'desk.example, not for 127.0.0.1', { names: ['desk.example'] }],
  ])('a certificate: %s', async (code, message, certificate) => {
    const port = await serveSecurely(certificate, (_request, response) => response.end(widgets))
    expect(await find(`https://127.0.0.1:${port}`)).toMatchObject([{ code, message: expect.stringContaining(message) }])
  })

  test('a socket that is closed without a word', async () => {
    const port = await serveSockets((socket) => socket.end())
    expect(await find(`http://127.0.0.1:${port}`)).toMatchObject([{ code: 'server-closes' }])
  })

  test('another program', async () => {
    const port = await serveSockets((socket) => socket.write('220 mail.example ESMTP\r\n'))
    expect(await find(`http://127.0.0.1:${port}`)).toMatchObject([
      { code: 'server-foreign', message: expect.stringContaining('ESMTP') },
    ])
  })

  test('a socket that never speaks', async () => {
    const port = await serveSockets(() => undefined)
    const codes = (await find(`http://127.0.0.1:${port}`, 1000)).map(({ code }) => code)
    expect(codes).toEqual(['server-silent'])
  })
})

describe('an answer that is broken is named', () => {
  test.each([
    ['shorter than its Content-Length', { 'content-length': '500' }, Buffer.from('{"prices": {')],
    ['compressed but cut', { 'content-encoding': 'gzip' }, gzipSync(widgets).subarray(0, 30)],
  ])('%s', async (_name, headers, body) => {
    const url = await serve(({ url }, response) => {
      if (url !== '/widgets.json') return void response.writeHead(404).end()
      response.writeHead(200, headers).write(body)
      response.on('error', () => undefined)
      setImmediate(() => response.socket?.end())
    })
    expect(await find(url)).toMatchObject([{ code: 'document-cut' }])
  })

  test.each([
    ['not compressed as it says', 'gzip', Buffer.from(widgets)],
    ['compressed in another way', 'br', gzipSync(widgets)],
  ])('%s', async (_name, encoding, body) => {
    const url = await serve(({ url }, response) => {
      if (url === '/widgets.json') response.writeHead(200, { 'content-encoding': encoding }).end(body)
      else response.writeHead(404).end()
    })
    expect(await find(url)).toMatchObject([
      { code: 'document-miscompressed', message: expect.stringContaining(`Content-Encoding: ${encoding}`) },
    ])
  })

  test('without an end', async () => {
    const url = await serve(({ url }, response) => {
      if (url !== '/widgets.json') return void response.writeHead(404).end()
      const chunk = Buffer.alloc(1 << 20, 32)
      const pump = () => {
        while (!response.destroyed && response.write(chunk));
        response.once('drain', pump)
      }
      response.writeHead(200, { 'content-type': 'application/json' })
      pump()
    })
    expect(await find(url)).toMatchObject([{ code: 'document-endless' }])
  })

  test('a page where the documents lie below another path', async () => {
    const url = await serve(({ url }, response) => {
      if (url === '/api/widgets.json') response.setHeader('content-type', 'application/json').end(widgets)
      else if (url === '/widgets.json') response.setHeader('content-type', 'text/html').end('<!doctype html>')
      else response.writeHead(404).end()
    })
    expect(await find(url)).toMatchObject([
      { code: 'document-page', message: expect.stringContaining('HTML') },
      { code: 'document-elsewhere', hint: `Connect ${url}/api.` },
    ])
    expect(await find(`${url}/api/v2`)).toMatchObject([
      { code: 'document-status' },
      { code: 'document-elsewhere', hint: `Connect ${url}/api.` },
    ])
  })
})
