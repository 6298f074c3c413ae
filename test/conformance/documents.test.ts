import { app, param, table } from 'deskwright'
import { appsSchema, optionsDocumentSchema, postWidgetTypes, widgetsSchema } from 'deskwright/spec'
import { expect } from 'vitest'
import { expectError, many, one } from './desk.ts'
import { requirement } from './requirement.ts'
import { richDesk } from './rich-desk.fixture.ts'

const hanging = () => new Promise<never>(() => {})

requirement('ROLE-01', async (connect) => {
  const { widgets, ask, send } = await connect(richDesk())
  for (const [id, { type, endpoint }] of Object.entries(await widgets())) {
    const answer = type === 'advanced_charting' ? await send(`/${endpoint}/config`) : await ask(id)
    expect([id, answer.status]).toEqual([id, 200])
  }
})

requirement('ROLE-02', async (connect) => {
  const { widgets, ask, send } = await connect(richDesk())
  for (const path of ['/', '/widgets.json', '/nowhere']) expect((await send(path)).headers.get('Set-Cookie')).toBeNull()
  for (const id of Object.keys(await widgets())) expect((await ask(id)).headers.get('Set-Cookie')).toBeNull()
})

requirement('DOC-01', async (connect) => {
  const { send } = await connect(richDesk())
  const answer = await send('/widgets.json')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/)
  expect(await answer.json()).toMatchObject({ table: { name: 'Bonds' }, metric: { name: 'Value' } })
})

requirement('DOC-02', async (connect) => {
  expect(await (await connect(many({}))).read('/widgets.json')).toEqual({})
})

requirement('DOC-03', async (connect) => {
  expect(await (await connect(richDesk())).read('/apps.json')).toEqual([expect.objectContaining({ name: 'Desk' })])
})

requirement('DOC-04', async (connect) => {
  expect(await (await connect(many({}))).read('/apps.json')).toEqual([])
})

requirement('DOC-05', async (connect) => {
  const { read } = await connect(richDesk())
  expect(await read('/templates.json')).toEqual(await read('/apps.json'))
})

requirement('DOC-06', async (connect) => {
  expect(await (await connect(richDesk())).read('/agents.json')).toEqual({})
})

requirement('DOC-07', async (connect) => {
  const desk = await connect(richDesk({ basePath: '/desk' }))
  for (const name of ['widgets.json', 'apps.json', 'templates.json', 'agents.json']) {
    expect((await desk.send(`/${name}`)).status).toBe(200)
  }
  expect(await desk.load('table')).toEqual([{ isin: 'XS1', price: 99.5 }])
  const { optionsEndpoint } = await desk.param('book', 'table')
  expect((await desk.send(`/${optionsEndpoint}`)).status).toBe(200)
  const { endpoint } = await desk.param('add', 'table')
  expect((await desk.send(`/${endpoint}`, { method: 'POST', body: '{}' })).status).toBe(200)
  expect((await desk.send('/../widgets.json')).status).toBe(404)
  const loose = await connect(richDesk({ basePath: 'desk/' }))
  expect(await loose.load('table')).toEqual([{ isin: 'XS1', price: 99.5 }])
})

requirement('DOC-08', async (connect) => {
  const { widgets, read } = await connect(richDesk({ basePath: '/desk' }))
  for (const { endpoint } of Object.values(await widgets())) expect(endpoint).not.toMatch(/^https?:|desk/)
  expect(JSON.stringify(await read('/widgets.json'))).not.toMatch(/127\.0\.0\.1|\/desk/)
})

requirement('DOC-09', async (connect) => {
  const { param: find, read } = await connect(richDesk())
  const { optionsEndpoint } = await find('book', 'table')
  const options = await read(`/${optionsEndpoint}`)
  expect(optionsDocumentSchema.parse(options)).toEqual([
    { label: 'main', value: 'main' },
    { label: 'hedge', value: 'hedge' },
  ])
})

requirement('DOC-10', async (connect) => {
  const { param: find, send } = await connect(richDesk())
  const { endpoint } = await find('add', 'table')
  const answer = await send(`/${endpoint}`, { method: 'POST', body: JSON.stringify({ isin: 'XS2', save: true }) })
  expect(answer.status).toBe(200)
})

requirement('DOC-11', async (connect) => {
  const { send } = await connect(richDesk())
  const answer = await send('/', { headers: { Accept: 'text/html' } })
  expect(answer.status).toBe(200)
  expect(await answer.text()).toContain('Rich desk')
})

requirement('DOC-12', async (connect) => {
  const { widgets, send } = await connect(richDesk())
  expect(Object.values(await widgets()).map(({ type }) => type)).not.toContain('ssrm_advanced')
  for (const path of ['/table-schemas', '/semantic-views']) expect((await send(path)).status).toBe(404)
})

requirement('CONN-01', async (connect) => {
  const { read } = await connect(richDesk())
  const headers = { 'X-API-KEY': 'anything', 'ngrok-skip-browser-warning': '1' }
  for (const name of ['widgets', 'apps', 'agents']) expect(await read(`/${name}.json`, { headers })).toBeDefined()
})

requirement('CONN-02', async (connect) => {
  const { read } = await connect(richDesk())
  for (const name of ['widgets', 'apps']) {
    expect(await read(`/${name}.json?key=a%20b&key=c`)).toEqual(await read(`/${name}.json`))
  }
})

requirement('CONN-03', async (connect) => {
  const slow = param.endpoint('Slow', { options: hanging })
  const { widgets } = await connect(one(table({ name: 'Slow', params: { slow }, load: hanging })))
  expect(Object.keys(await widgets())).toEqual(['w'])
})

requirement('CONN-04', async (connect) => {
  const auth = (request: Request) => (request.headers.get('X-API-KEY') === 'k' ? { id: 'ann' } : undefined)
  const { send } = await connect(richDesk({ auth }))
  for (const path of ['/widgets.json', '/apps.json', '/widgets/table']) {
    const answer = await send(path, { headers: { 'X-API-KEY': 'wrong' } })
    expect([path, answer.status]).toEqual([path, 401])
    expect(await answer.json()).toEqual({ detail: expect.stringMatching(/key|token/i) as string })
    expect((await send(path, { headers: { 'X-API-KEY': 'k' } })).status).toBe(200)
  }
})

requirement('CONN-05', async (connect) => {
  const widgets = await (await connect(richDesk())).widgets()
  expect(widgetsSchema.parse(widgets)).toEqual(widgets)
})

requirement('CONN-06', async (connect) => {
  const apps = await (await connect(richDesk())).apps()
  expect(appsSchema.parse(apps)).toEqual(apps)
})

requirement('CONN-07', async () => {
  const refused = one(table({ name: 'Table', refetchInterval: 5, load: () => [] }))
  expectError(refused, /^widget "w" refetchInterval/, /1000/)
  const request = new Request('http://127.0.0.1/widgets.json', { headers: { Origin: 'https://pro.openbb.co' } })
  const answer = await refused.fetch(request)
  expect(answer.status).toBe(500)
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('https://pro.openbb.co')
  expect(await answer.json()).toEqual({ detail: expect.stringContaining('refetchInterval') as string })
})

requirement('CONN-08', async (connect) => {
  const { widgets, ask } = await connect(richDesk())
  for (const [id, { type, params = [] }] of Object.entries(await widgets())) {
    if ((postWidgetTypes as readonly string[]).includes(type) || type === 'advanced_charting') continue
    const sent = params.flat().filter((entry) => entry.type !== 'form')
    const defaults = Object.fromEntries(sent.map(({ paramName, value }) => [paramName, value]))
    expect([id, (await ask(id, defaults)).status]).toEqual([id, 200])
  }
})

requirement('CONN-09', async (connect) => {
  const answer = await (await connect(richDesk())).load('omni', { prompt: 'test validation query', book: 'main' })
  expect(answer).toMatchObject({ content: 'test validation query' })
})

requirement('CONN-10', async (connect) => {
  const answer = await (await connect(richDesk())).load('ssrm_table', { startRow: 0, endRow: 10, book: 'main' })
  expect(answer).toMatchObject({ rowData: [{ isin: 'XS1', price: 99.5 }] })
})

requirement('CONN-11', async (connect) => {
  const answer = await (await connect(richDesk())).load('multi_file_viewer', { files: ['a.pdf'] })
  expect(answer).toHaveLength(1)
})

requirement('CONN-12', async (connect) => {
  const { send, ask } = await connect(richDesk())
  for (const answer of [await send('/widgets.json'), await send('/'), await ask('table')]) {
    expect(answer.headers.get('X-Backend-Type')).toBeNull()
  }
})

requirement('SUM-01', async (connect) => {
  const { widgets, send } = await connect(richDesk({ apps: [app({ name: 'Empty', tabs: {} })] }))
  const endpoints = Object.values(await widgets()).map(({ endpoint }) => `/${endpoint}`)
  for (const path of ['/', '/widgets.json', '/apps.json', '/agents.json', '/nowhere', ...endpoints]) {
    const { status } = await send(path, { method: 'OPTIONS', headers: { Origin: 'https://pro.openbb.co' } })
    expect([path, status]).toEqual([path, expect.toBeOneOf([200, 204])])
  }
})
