import { chart, html, iframe, markdown, metric, newsfeed, param, table } from 'deskwright'
import { expect } from 'vitest'
import { echo, expectFinding, many, one } from './desk.ts'
import { requirement } from './requirement.ts'
import type { Workspace } from './workspace.ts'

const headers = { 'X-API-KEY': 'typed by the user' }
const name = param.text('Name')
const list = param.text('List', { multiple: true })

/** Sends the body of a form, as text without a content type unless `init` has one. */
const submit = async ({ param: find, send }: Workspace, body: string | Uint8Array<ArrayBuffer>, type?: string) => {
  const { endpoint } = await find('add')
  const init = { method: 'POST', body, ...(type !== undefined && { headers: { 'Content-Type': type } }) }
  return send(`/${endpoint}`, init)
}

/** A backend whose form keeps what it received. */
const formDesk = () => {
  const received: unknown[] = []
  const inputParams = { isin: param.text('ISIN'), tags: param.text('Tags', { multiple: true }) }
  const add = param.form('Add', { inputParams, submit: (values) => received.push(values) })
  return { backend: one(table({ name: 'Table', params: { add }, load: () => [] })), received }
}

requirement('HDR-01', async (connect) => {
  const widget = table({ name: 'Table', load: (_values, context) => [{ key: context.headers.get('X-API-KEY') }] })
  expect(await (await connect(one(widget))).load('w', {}, { headers })).toEqual([{ key: headers['X-API-KEY'] }])
})

requirement('HDR-02', async (connect) => {
  const book = param.endpoint('Book', { options: (_values, context) => [context.headers.get('X-API-KEY')] })
  const { param: find, read } = await connect(echo1({ book }))
  const { optionsEndpoint } = await find('book')
  expect(await read(`/${optionsEndpoint}`, { headers })).toMatchObject([{ value: headers['X-API-KEY'] }])
})

requirement('HDR-03', async (connect) => {
  const keys: unknown[] = []
  const add = param.form('Add', {
    inputParams: { isin: param.text('ISIN') },
    submit: (_values, context) => keys.push(context.headers.get('X-API-KEY')),
  })
  const { param: find, send } = await connect(echo1({ add }))
  const { endpoint } = await find('add')
  await send(`/${endpoint}`, { method: 'POST', body: '{}', headers })
  expect(keys).toEqual([headers['X-API-KEY']])
})

requirement('HDR-04', async (connect) => {
  const widget = table({ name: 'Table', load: (_values, context) => [{ who: context.headers.get('x-openbb-user') }] })
  const { load } = await connect(one(widget))
  expect(await load('w', {}, { headers: { 'X-OpenBB-User': 'ann@example.com' } })).toEqual([{ who: 'ann@example.com' }])
})

requirement('HDR-05', async (connect) => {
  for (const header of ['X-Microsoft-Id-Token', 'X-Okta-Id-Token']) {
    const auth = (request: Request) => (request.headers.get(header) === 'token' ? { id: 'ann' } : undefined)
    const widget = table({ name: 'Table', load: (_values, { user }) => [{ user: user?.id }] })
    const { send } = await connect(one(widget, { auth }))
    const answer = await send('/widgets/w', { headers: { [header]: 'token' } })
    expect(await answer.json()).toEqual([{ user: 'ann' }])
    expect((await send('/widgets/w')).status).toBe(401)
  }
})

requirement('BODY-01', async (connect) => {
  const { backend, received } = formDesk()
  const workspace = await connect(backend)
  const bytes = new TextEncoder().encode('{"isin":"XS1","tags":["a"]}')
  const types = ['application/json', 'text/plain;charset=UTF-8', 'application/x-www-form-urlencoded', 'text/html']
  expect((await submit(workspace, bytes)).status).toBe(200)
  for (const type of types) expect((await submit(workspace, bytes, type)).status).toBe(200)
  expect(received).toEqual(Array.from({ length: 5 }, () => ({ isin: 'XS1', tags: ['a'] })))
})

requirement('BODY-02', async (connect) => {
  const { backend, received } = formDesk()
  await submit(await connect(backend), JSON.stringify(JSON.stringify({ isin: 'XS1' })))
  expect(received).toMatchObject([{ isin: 'XS1' }])
})

requirement('QRY-01', async (connect) => {
  expect(await (await connect(echo1({ name }))).load('w', { name: 'Müller & Söhne' })).toEqual([
    { name: 'Müller & Söhne' },
  ])
})

requirement('QRY-02', async (connect) => {
  const { read } = await connect(echo1({ name }))
  expect(await read('/widgets/w?api_key=secret&name=a&api_key=again')).toEqual([{ name: 'a' }])
})

requirement('QRY-03', async (connect) => {
  const { load } = await connect(one(table({ name: 'Table', load: (_values, { theme }) => [{ theme }] })))
  expect(await load('w', { theme: 'dark' })).toEqual([{ theme: 'dark' }])
  expect(await load('w', { theme: 'light' })).toEqual([{ theme: 'light' }])
})

requirement('QRY-04', async (connect) => {
  const { ask } = await connect(
    many({
      table: table({ name: 'Table', load: () => [] }),
      metric: metric({ name: 'Metric', load: () => [] }),
      news: newsfeed({ name: 'News', load: () => [] }),
      html: html({ name: 'Page', load: () => '' }),
      frame: iframe({ name: 'Frame', load: () => '' }),
      text: markdown({ name: 'Text', load: () => '' }),
    }),
  )
  for (const id of ['table', 'metric', 'news', 'html', 'frame', 'text']) {
    expect([id, (await ask(id, { theme: 'dark' })).status]).toEqual([id, 200])
  }
})

const figure = { data: [{ type: 'bar' }] }
const bothViews = one(chart({ name: 'Chart', load: () => figure, raw: () => [{ a: 1 }] }))

requirement('QRY-05', async (connect) => {
  expect(await (await connect(bothViews)).load('w', { raw: true })).toEqual([{ a: 1 }])
})

requirement('QRY-06', async (connect) => {
  const { read, load } = await connect(bothViews)
  expect(await load('w')).toEqual(figure)
  for (const raw of ['false', '', '0', 'no']) expect(await read(`/widgets/w?raw=${raw}`)).toEqual(figure)
})

requirement('QRY-07', async (connect) => {
  const { read } = await connect(echo1({ name }))
  expect(await read('/widgets/w?_=1&unknown&name=a&__proto__=b&constructor=c&a[b]=d')).toEqual([{ name: 'a' }])
})

requirement('URL-01', async (connect) => {
  for (const endpoint of ['a/b', '/a/b', '/a/b/', 'a/b/']) {
    const { load, send } = await connect(one(table({ name: 'Table', endpoint, load: () => [{ endpoint }] })))
    expect(await load()).toEqual([{ endpoint }])
    for (const path of ['/a/b', '/a/b/'])
      expect([endpoint, path, (await send(path)).status]).toEqual([endpoint, path, 200])
  }
})

requirement('URL-02', async (connect) => {
  const { send } = await connect(one(table({ name: 'Table', endpoint: 'a//b', load: () => [] })))
  for (const path of ['/a/b', '//a/b', '/a//b', '/a///b//', '//widgets.json']) {
    expect([path, (await send(path)).status]).toEqual([path, 200])
  }
})

const byPath = one(
  table({ name: 'Table', endpoint: 'books/{book}/trades', params: { book: name, list }, load: (values) => [values] }),
)

requirement('URL-03', async (connect) => {
  const { widget, load } = await connect(byPath)
  expect((await widget()).endpoint).toContain('{book}')
  expect(await load('w', { book: 'main', list: ['a', 'b'] })).toEqual([{ book: 'main', list: ['a', 'b'] }])
})

requirement('URL-04', async (connect) => {
  const { load } = await connect(byPath)
  for (const book of ['a b', 'a/b', 'é', '50%', 'a+b', 'a?b#c']) {
    expect(await load('w', { book })).toEqual([{ book, list: [] }])
  }
})

requirement('URL-05', () => {
  const found = (endpoint: string, load?: () => []) =>
    one(
      load ? table({ name: 'T', endpoint, params: { name }, load }) : iframe({ name: 'F', endpoint, params: { name } }),
    )
  expectFinding(
    found('rows?limit=5', () => []),
    /^error$/,
    /^widget "w" endpoint/,
    /\?/,
  )
  expectFinding(found('https://example.com/page?a=1'), /^(error|warning)$/, /^widget "w" endpoint/, /\?/)
})

requirement('URL-06', async (connect) => {
  const endpoint = 'https://example.com/a//b/'
  expect((await (await connect(one(iframe({ name: 'Frame', endpoint })))).widget()).endpoint).toBe(endpoint)
})

requirement('URL-07', async (connect) => {
  const { read } = await connect(echo1({ list }))
  for (const query of ['list=a,b', 'list=a%2Cb', 'list=a,,b,']) {
    expect(await read(`/widgets/w?${query}`)).toEqual([{ list: ['a', 'b'] }])
  }
})

requirement('URL-08', async (connect) => {
  const symbols = param.endpoint('Symbols', { multiSelect: true, options: () => [] })
  const { read } = await connect(echo1({ list, symbols }))
  const both = [{ list: ['a', 'b'], symbols: ['c', 'd'] }]
  expect(await read('/widgets/w?list=a&list=b&symbols=c&symbols=d')).toEqual(both)
})

requirement('URL-09', async (connect) => {
  const { load } = await connect(echo1({ flag: param.boolean('Flag') }))
  expect(await load('w', { flag: true })).toEqual([{ flag: true }])
  expect(await load('w', { flag: false })).toEqual([{ flag: false }])
})

requirement('URL-10', async (connect) => {
  const { load } = await connect(echo1({ number: param.number('Number') }))
  for (const number of [0, -1.5, 1e-7, 1e21, 12345.678]) expect(await load('w', { number })).toEqual([{ number }])
})

requirement('URL-11', async (connect) => {
  const { load } = await connect(echo1({ day: param.date('Day') }))
  expect(await load('w', { day: '2026-03-31' })).toEqual([{ day: '2026-03-31' }])
})

requirement('URL-12', async (connect) => {
  const book = param.endpoint('Book', { options: () => ['main'] })
  const add = param.form('Add', { inputParams: { isin: name }, submit: () => undefined })
  const { param: find, send } = await connect(echo1({ book, add }))
  const { optionsEndpoint } = await find('book')
  const { endpoint } = await find('add')
  for (const [before, after] of [
    ['/', '/'],
    ['//', ''],
  ]) {
    expect((await send(`${before}${optionsEndpoint}${after}`)).status).toBe(200)
    expect((await send(`${before}${endpoint}${after}`, { method: 'POST', body: '{}' })).status).toBe(200)
  }
})

requirement('SUM-02', async (connect) => {
  const { backend, received } = booleanForm()
  const workspace = await connect(backend)
  const spellings = { true: ['true', 'True', 'TRUE', '1', true, 1], false: ['false', 'False', 'FALSE', '0', false, 0] }
  for (const [meant, written] of Object.entries(spellings)) {
    for (const flag of written) {
      expect(await workspace.load('w', { flag: String(flag) })).toEqual([{ flag: meant === 'true' }])
      await submit(workspace, JSON.stringify({ flag }))
      expect(received.pop()).toEqual({ flag: meant === 'true' })
    }
  }
})

requirement('SUM-03', async (connect) => {
  const { backend, received } = formDesk()
  const body = '{"isin":"XS1","unknown":{"a":1},"__proto__":{"isin":"XS2"},"constructor":1}'
  expect((await submit(await connect(backend), body)).status).toBe(200)
  expect(received).toEqual([{ isin: 'XS1', tags: [] }])
})

/** A backend of one echoing table. */
function echo1(params: Parameters<typeof echo>[0]) {
  return one(echo(params))
}

function booleanForm() {
  const received: unknown[] = []
  const flag = param.boolean('Flag')
  const add = param.form('Add', { inputParams: { flag }, submit: (values) => received.push(values) })
  return { backend: echo1({ flag, add }), received }
}
