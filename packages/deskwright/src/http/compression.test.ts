import { request } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createRowSet } from '../define/row-set.ts'
import { listen } from './both-ways.fixture.ts'
import { acceptsGzip } from './compression.ts'
import { backendOf, route } from './manifest.fixture.ts'

const long = [{ text: 'x'.repeat(5000) }]
const rowsOf = (count: number) =>
  createRowSet({
    rows: () => Promise.resolve([]),
    async *json() {
      for (let index = 0; index < count; index += 1) {
        yield new TextEncoder().encode(`${index === 0 ? '[' : ','}{"n":${index},"text":"${'x'.repeat(100)}"}`)
      }
      yield new TextEncoder().encode(']')
    },
  })

const routes = [
  route({ load: () => long }),
  route({ path: '/short', load: () => [] }),
  route({ path: '/stream', load: () => rowsOf(5000) }),
]

/** Asks without a client that unpacks by itself. */
function ask(port: number, path: string, headers: Record<string, string>) {
  return new Promise<{ headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    request({ port, path, headers, host: '127.0.0.1' }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(chunks) }))
    })
      .on('error', reject)
      .end()
  })
}

describe('by socket', () => {
  test('long text is compressed for those who read gzip, whole or streamed', async () => {
    const { port } = await listen(backendOf(routes).fetch)
    for (const path of ['/rows', '/stream']) {
      const gzip = await ask(port, path, { Host: 'desk.example', 'Accept-Encoding': 'br, gzip;q=0.8' })
      expect(gzip.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Origin, Accept-Encoding' })
      const plain = await ask(port, path, { Host: 'desk.example' })
      expect(plain.headers).toMatchObject({ vary: 'Origin, Accept-Encoding' })
      expect(plain.headers['content-encoding']).toBeUndefined()
      expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true)
    }
  })

  test('short text is not compressed, nor anything to a loopback host, unless asked for', async () => {
    const { port } = await listen(backendOf(routes).fetch)
    const gzip = { 'Accept-Encoding': 'gzip' }
    const asked = [
      await ask(port, '/short', { Host: 'desk.example', ...gzip }),
      await ask(port, '/rows', { Host: `127.0.0.1:${port}`, ...gzip }),
      await ask(port, '/rows', { Host: 'localhost:7779', ...gzip }),
    ]
    for (const { headers } of asked) expect(headers['content-encoding']).toBeUndefined()
    const always = await listen(backendOf(routes, { compress: true }).fetch)
    expect((await ask(always.port, '/rows', gzip)).headers['content-encoding']).toBe('gzip')
    const never = await listen(backendOf(routes, { compress: false }).fetch)
    expect(
      (await ask(never.port, '/rows', { Host: 'desk.example', ...gzip })).headers['content-encoding'],
    ).toBeUndefined()
  })
})

test('by fetch, the compressed body is the same text', async () => {
  const { fetch } = backendOf(routes)
  const answer = await fetch(new Request('https://desk.example/rows', { headers: { 'Accept-Encoding': 'gzip' } }))
  expect(answer.headers.get('Content-Encoding')).toBe('gzip')
  expect(gunzipSync(Buffer.from(await answer.arrayBuffer())).toString()).toBe(JSON.stringify(long))
})

test('a client reads gzip when it says so and does not take it back', () => {
  for (const header of ['gzip', 'br, GZIP', 'gzip;q=0.5', '*', 'deflate,gzip; q=1'])
    expect(acceptsGzip(header)).toBe(true)
  for (const header of [null, '', 'br', 'gzip;q=0', 'gzip; q=0.0', 'xgzip']) expect(acceptsGzip(header)).toBe(false)
})
