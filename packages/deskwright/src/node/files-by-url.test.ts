import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiKey, defineBackend, multiFileViewer, param, pdf, type LogEntry } from '../index.ts'
import type { FileObject } from '../spec/types.ts'
import { localFiles } from './local-files.ts'
import { serve, type RunningServer } from './serve.ts'

const origin = 'https://pro.openbb.co'
const megabyte = 1_048_576
const large = 300 * megabyte
const text = `%PDF-1.4 ${'0123456789'.repeat(10)}`

let home: string
let plain: RunningServer
let guarded: RunningServer
const lines: LogEntry[] = []

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'deskwright-by-url-'))
  await writeFile(join(home, 'q1.pdf'), text)
  await writeFile(join(home, 'a,b.csv'), 'a,b\n')
  await writeFile(join(home, 'page.html'), '<script>1</script>')
  const handle = await open(join(home, 'large.pdf'), 'w')
  await handle.write('%PDF-1.4')
  await handle.truncate(large)
  await handle.write('%%EOF', large - 5)
  await handle.close()
  const files = localFiles(home)
  const doc = param.endpoint('File', { multiSelect: true, roles: ['fileSelector'], options: () => files.options() })
  const widgets = {
    report: pdf({
      name: 'Report',
      byUrl: true,
      params: { name: param.text('Name', { value: 'q1.pdf' }) },
      load: ({ name }) => files.load(name),
    }),
    bytes: pdf({
      name: 'Bytes',
      byUrl: true,
      load: () => ({
        filename: 'b.txt',
        bytes: async function* () {
          yield new TextEncoder().encode('hello')
        },
      }),
    }),
    viewer: multiFileViewer({ name: 'Files', byUrl: true, params: { doc }, load: ({ doc }) => files.loadAll(doc) }),
  }
  plain = await serve(defineBackend({ name: 'Plain', widgets, basePath: '/desk' }), { port: 0 })
  const auth = apiKey({ keys: ['k'] })
  guarded = await serve(defineBackend({ name: 'Guarded', widgets, auth, log: (entry) => lines.push(entry) }), {
    port: 0,
  })
})

afterAll(async () => {
  await plain.close()
  await guarded.close()
  await rm(home, { recursive: true, force: true })
})

const find = async (path: string) => (await (await fetch(`${plain.url}/widgets/${path}`)).json()) as FileObject
const get = async (headers: Record<string, string> = {}, name = 'q1.pdf', method = 'GET') => {
  const { url = '' } = await find(`report?name=${name}`)
  return fetch(url, { method, headers: { Origin: origin, ...headers } })
}

describe('a file by its address', () => {
  it('is told by it instead of its bytes', async () => {
    expect(await find('report')).toEqual({
      data_format: { data_type: 'pdf', filename: 'q1.pdf' },
      url: `${plain.url}/widgets/report/file?name=q1.pdf`,
    })
  })

  it('is sent whole, with what a viewer has to know to ask for parts', async () => {
    const response = await get()
    expect([response.status, await response.text()]).toEqual([200, text])
    const exposed = response.headers.get('access-control-expose-headers')?.split(', ')
    expect(exposed).toEqual(expect.arrayContaining(['Accept-Ranges', 'Content-Range', 'Content-Encoding', 'ETag']))
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'accept-ranges': 'bytes',
      'access-control-allow-origin': origin,
      'content-disposition': "inline; filename*=UTF-8''q1.pdf",
      'content-length': String(text.length),
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      etag: expect.stringMatching(/^"\S+"$/) as string,
      'last-modified': expect.stringContaining('GMT') as string,
    })
  })

  it('is sent in parts', async () => {
    for (const [range, from, to] of [
      ['0-8', 0, 9],
      ['20-', 20, text.length],
      ['-5', text.length - 5, text.length],
    ] as const) {
      const response = await get({ Range: `bytes=${range}` })
      expect([response.status, await response.text()]).toEqual([206, text.slice(from, to)])
      expect(response.headers.get('content-range')).toBe(`bytes ${from}-${to - 1}/${text.length}`)
      expect(response.headers.get('content-length')).toBe(String(to - from))
    }
  })

  it('says how long it is when asked for a part that it does not have', async () => {
    const response = await get({ Range: 'bytes=5000-' })
    expect([response.status, response.headers.get('content-range')]).toEqual([416, `bytes */${text.length}`])
    expect(response.headers.get('access-control-expose-headers')).toContain('Content-Range')
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('5000') as string })
  })

  it('is sent in parts only while it is the same, and not at all to who has it', async () => {
    const etag = (await get()).headers.get('etag')!
    expect((await get({ Range: 'bytes=0-1', 'If-Range': etag })).status).toBe(206)
    expect((await get({ Range: 'bytes=0-1', 'If-Range': '"other"' })).status).toBe(200)
    const known = await get({ 'If-None-Match': etag })
    expect([known.status, await known.text()]).toEqual([304, ''])
  })

  it('is described without being sent', async () => {
    const response = await get({ Range: 'bytes=0-1' }, 'q1.pdf', 'HEAD')
    expect([response.status, await response.text()]).toEqual([200, ''])
    expect(response.headers.get('content-length')).toBe(String(text.length))
  })

  it('that can only be read once is sent whole', async () => {
    const { url = '' } = await find('bytes')
    const response = await fetch(url, { headers: { Range: 'bytes=1-2' } })
    expect([response.status, await response.text(), response.headers.get('accept-ranges')]).toEqual([
      200,
      'hello',
      null,
    ])
  })

  it('runs no scripts of the backend’s origin', async () => {
    expect((await get({}, 'page.html')).headers.get('content-security-policy')).toBe('sandbox')
  })

  it('lets pages ask before they ask', async () => {
    const { url = '' } = await find('report')
    const headers = {
      Origin: origin,
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'range, if-range',
    }
    const response = await fetch(url, { method: 'OPTIONS', headers })
    expect(response.headers.get('access-control-allow-headers')).toBe('range, if-range')
  })

  it('is the one that was selected, also when its name has a comma, and errors stay in their place', async () => {
    const body = JSON.stringify({ doc: ['a,b.csv', 'gone.pdf', 'q1.pdf'] })
    const files = (await (await fetch(`${plain.url}/widgets/viewer`, { method: 'POST', body })).json()) as FileObject[]
    expect(files[1]).toMatchObject({ error_type: 'not_found' })
    const texts = [files[0], files[2]].map(async (file) => (await fetch(file!.url!)).text())
    expect(await Promise.all(texts)).toEqual(['a,b\n', text])
  })

  it('that is gone is no file', async () => {
    const { url = '' } = await find('report')
    const response = await fetch(url.replace('q1', 'gone'))
    expect([response.status, await response.text()]).toEqual([404, expect.not.stringContaining(home)])
  })

  it('of 300 MB takes little memory, in parts and as a whole', async () => {
    const { url = '' } = await find('report?name=large.pdf')
    const before = process.memoryUsage().rss
    let most = before
    const watch = () => (most = Math.max(most, process.memoryUsage().rss))
    for (let from = 0; from < large; from += 50 * megabyte) {
      const response = await fetch(url, { headers: { Range: `bytes=${from}-${from + 65_535}` } })
      expect((await response.arrayBuffer()).byteLength).toBe(65_536)
      watch()
    }
    let size = 0
    for await (const piece of (await fetch(url)).body!) {
      size += (piece as Uint8Array).byteLength
      watch()
    }
    expect(size).toBe(large)
    expect((most - before) / megabyte).toBeLessThan(100)
  })
})

describe('behind authentication', () => {
  const key = { 'X-API-KEY': 'k' }
  const find = async () => (await (await fetch(`${guarded.url}/widgets/report`, { headers: key })).json()) as FileObject

  it('an address has a ticket, which lets in without headers and stays out of the log', async () => {
    const { url = '' } = await find()
    const ticket = new URL(url).searchParams.get('ticket')!
    expect(await (await fetch(url)).text()).toBe(text)
    expect(lines.length).toBeGreaterThan(0)
    expect(JSON.stringify(lines)).not.toContain(ticket)
  })

  it('nobody else is let in', async () => {
    const path = `${guarded.url}/widgets/report/file`
    expect((await fetch(path)).status).toBe(401)
    expect((await fetch(`${path}?ticket=made-up`)).status).toBe(401)
    expect((await fetch(path, { headers: key })).status).toBe(200)
    const { url = '' } = await find()
    const data = url.replace('/file?', '?')
    expect((await fetch(data)).status).toBe(401)
  })

  it('the address is the one that a proxy was asked for', async () => {
    const headers = { ...key, 'X-Forwarded-Proto': 'https', 'X-Forwarded-Host': 'desk.example' }
    const file = (await (await fetch(`${guarded.url}/widgets/report`, { headers })).json()) as FileObject
    expect(file.url).toMatch(/^https:\/\/desk\.example\/widgets\/report\/file\?/)
  })

  it.each([
    ['the first of several', 'https, http', 'desk.example, inner.example', 'https://desk.example'],
    ['our own where the proxy says nothing of use', 'javascript', 'a b', undefined],
  ])('the address is %s', async (_, scheme, host, origin = guarded.url) => {
    const headers = { ...key, 'X-Forwarded-Proto': scheme, 'X-Forwarded-Host': host }
    const file = (await (await fetch(`${guarded.url}/widgets/report`, { headers })).json()) as FileObject
    expect(new URL(file.url!).origin).toBe(origin)
  })
})
