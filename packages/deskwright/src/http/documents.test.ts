import { describe, expect, test } from 'vitest'
import { bothWays } from './both-ways.fixture.ts'
import { backendOf } from './manifest.fixture.ts'

const widgets = Object.fromEntries(
  Array.from({ length: 30 }, (_, index) => [
    `w${index}`,
    { name: `<b>${index}</b>`, description: '', endpoint: `w${index}` },
  ]),
)

describe.each(bothWays)('by $way', ({ connect }) => {
  test('the four documents are served, templates.json as apps.json', async () => {
    const apps = [{ name: 'Desk' }]
    const send = await connect(backendOf([], {}, {}, { widgets, apps } as never).fetch)
    const read = async (path: string) => (await send(path)).json()
    expect(await read('/widgets.json')).toEqual(widgets)
    expect(await read('/apps.json')).toEqual(apps)
    expect(await read('/templates.json')).toEqual(apps)
    expect(await read('/agents.json')).toEqual({})
  })

  test('a document that did not change is 304, also when it was compressed', async () => {
    const send = await connect(backendOf([], { compress: true }, {}, { widgets } as never).fetch)
    for (const encoding of ['gzip', 'identity']) {
      const first = await send('/widgets.json', { headers: { 'Accept-Encoding': encoding } })
      expect(first.headers.get('Cache-Control')).toBe('no-cache')
      expect(first.headers.get('Vary')).toContain('Accept-Encoding')
      const etag = first.headers.get('ETag') ?? ''
      for (const known of [etag, `"other", ${etag}`, '*', etag.replace('W/', '')]) {
        const again = await send('/widgets.json', { headers: { 'If-None-Match': known } })
        expect([known, again.status, await again.text()]).toEqual([known, 304, ''])
        expect(again.headers.get('ETag')).toBe(etag)
      }
      expect((await send('/widgets.json', { headers: { 'If-None-Match': '"other"' } })).status).toBe(200)
    }
  })

  test('health needs nothing', async () => {
    const send = await connect(backendOf([], { auth: () => undefined }).fetch)
    expect(await (await send('/health')).json()).toEqual({ status: 'ok' })
  })

  test('the root is a page for people, which names the URL to connect', async () => {
    const send = await connect(backendOf([], { basePath: '/desk' }, {}, { widgets } as never).fetch)
    const answer = await send('/desk', { headers: { Accept: 'text/html,*/*;q=0.8' } })
    expect(answer.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(answer.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    const page = await answer.text()
    expect(page).toMatch(/<pre>http:\/\/127\.0\.0\.1(:\d+)?\/desk<\/pre>/)
    expect(page).toContain('<td><code>w7</code><td>&#60;b&#62;7&#60;/b&#62;')
    expect(page).not.toContain('<b>7</b>')
  })

  test('the root is facts for programs', async () => {
    const send = await connect(backendOf([]).fetch)
    const answer = await send('/', { headers: { Accept: 'application/json' } })
    expect(answer.headers.get('Vary')).toContain('Accept')
    expect(await answer.json()).toEqual({
      name: 'Test desk',
      documents: ['/widgets.json', '/apps.json', '/agents.json'],
      widgets: [{ id: 'rows', name: 'Rows', type: 'table', description: 'Some rows' }],
    })
  })

  test('the root of a backend with authentication names no widgets', async () => {
    const send = await connect(backendOf([], { auth: () => undefined }).fetch)
    const page = await (await send('/', { headers: { Accept: 'text/html' } })).text()
    expect(page).toContain('Test desk')
    expect(page).not.toContain('Rows')
    expect(await (await send('/')).json()).not.toHaveProperty('widgets')
  })
})
