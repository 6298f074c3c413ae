import { param, refuse, table } from 'deskwright'
import { expect } from 'vitest'
import { many } from './desk.ts'
import { requirement } from './requirement.ts'
import type { Connect, Workspace } from './workspace.ts'

const pro = 'https://pro.openbb.co'
const book = param.endpoint('Book', { options: () => ['main'] })
const add = param.form('Add', { inputParams: { isin: param.text('ISIN') }, submit: () => undefined })

const backend = many({
  fine: table({ name: 'Fine', params: { book, add }, load: () => [] }),
  refused: table({ name: 'Refused', load: () => refuse(404, 'Ticker ZZZ not found') }),
  broken: table({
    name: 'Broken',
    load: () => {
      throw new TypeError('no such column')
    },
  }),
})

const headersOf = async ({ send }: Workspace, origin: string, path = '/widgets/fine') =>
  (await send(path, { headers: { Origin: origin } })).headers

const preflight = async ({ send }: Workspace, extra: Record<string, string> = {}, path = '/widgets/fine') =>
  send(path, { method: 'OPTIONS', headers: { Origin: pro, 'Access-Control-Request-Method': 'GET', ...extra } })

/** Every kind of address that Workspace asks, and one that it does not. */
const paths = [
  '/widgets.json',
  '/apps.json',
  '/agents.json',
  '/widgets/fine',
  '/options/book',
  '/forms/add',
  '/nowhere',
]

const expectAllowed = (...origins: string[]) => {
  return async (connect: Connect) => {
    const workspace = await connect(backend)
    for (const origin of origins) {
      for (const path of paths) {
        expect((await headersOf(workspace, origin, path)).get('Access-Control-Allow-Origin')).toBe(origin)
      }
    }
  }
}

requirement('ORIG-01', expectAllowed('https://pro.openbb.co'))
requirement('ORIG-02', expectAllowed('https://pro.openbb.dev'))
requirement('ORIG-03', expectAllowed('https://excel.openbb.co'))
requirement('ORIG-04', expectAllowed('https://excel.openbb.dev'))
requirement('ORIG-05', expectAllowed('http://localhost:1420', 'tauri://localhost'))
requirement('ORIG-06', expectAllowed('https://backends.openbb.co', 'https://backends.openbb.dev'))
requirement('ORIG-07', expectAllowed('http://localhost:3000'))

requirement('ORIG-08', async (connect) => {
  const author = await connect(many({}, { origins: ['https://workspace.example'] }))
  const runtime = await connect(many({}), { origins: ['http://localhost:4000'] })
  const allowed = async (workspace: Workspace, origin: string) =>
    (await headersOf(workspace, origin, '/widgets.json')).get('Access-Control-Allow-Origin')
  expect(await allowed(author, 'https://workspace.example')).toBe('https://workspace.example')
  expect(await allowed(author, pro)).toBe(pro)
  expect(await allowed(runtime, 'http://localhost:4000')).toBe('http://localhost:4000')
})

requirement('ORIG-09', async (connect) => {
  for (const origins of ['*' as const, undefined]) {
    const workspace = await connect(many({}, origins && { origins }))
    const headers = await headersOf(workspace, 'https://anywhere.example', '/widgets.json')
    expect(headers.get('Access-Control-Allow-Origin')).toBe(origins ?? null)
  }
})

requirement('ORIG-10', async (connect) => {
  for (const origins of ['*' as const, [pro]]) {
    const workspace = await connect(many({}, { origins }))
    const answers = [await headersOf(workspace, pro, '/widgets.json'), (await preflight(workspace)).headers]
    for (const headers of answers) expect(headers.get('Access-Control-Allow-Credentials')).toBeNull()
  }
})

requirement('ORIG-11', async (connect) => {
  const headers = await headersOf(await connect(backend), pro)
  expect(headers.get('Access-Control-Allow-Origin')).toBe(pro)
})

requirement('ORIG-12', async (connect) => {
  const workspace = await connect(backend)
  for (const path of paths) expect((await headersOf(workspace, pro, path)).get('Vary')).toMatch(/\bOrigin\b/)
  expect((await preflight(workspace)).headers.get('Vary')).toMatch(/\bOrigin\b/)
})

requirement('ORIG-13', async (connect) => {
  const workspace = await connect(backend)
  for (const origin of ['https://evil.example', 'https://pro.openbb.co.evil.example', 'http://pro.openbb.co', 'null']) {
    const headers = await headersOf(workspace, origin)
    expect([origin, headers.get('Access-Control-Allow-Origin')]).toEqual([origin, null])
  }
})

requirement('CORS-01', async (connect) => {
  const workspace = await connect(backend)
  for (const path of paths) {
    const answer = await preflight(workspace, {}, path)
    expect(answer.status).toBeOneOf([200, 204])
    expect(await answer.text()).toBe('')
  }
})

requirement('CORS-02', async (connect) => {
  const workspace = await connect(backend)
  for (const path of paths) {
    expect((await preflight(workspace, {}, path)).headers.get('Access-Control-Allow-Origin')).toBe(pro)
  }
})

requirement('CORS-03', async (connect) => {
  const { headers } = await preflight(await connect(backend))
  const methods = headers.get('Access-Control-Allow-Methods')?.split(/,\s*/)
  expect(methods).toEqual(expect.arrayContaining(['GET', 'POST', 'PUT', 'OPTIONS']))
})

requirement('CORS-04', async (connect) => {
  const workspace = await connect(backend)
  for (const asked of ['x-api-key', 'content-type,x-my-own', 'ngrok-skip-browser-warning']) {
    const { headers } = await preflight(workspace, { 'Access-Control-Request-Headers': asked })
    expect(headers.get('Access-Control-Allow-Headers')).toBe(asked)
  }
})

requirement('CORS-05', async (connect) => {
  const { headers } = await preflight(await connect(backend))
  expect(Number(headers.get('Access-Control-Max-Age'))).toBeGreaterThan(0)
})

requirement('CORS-06', async (connect) => {
  const { headers } = await preflight(await connect(backend), { 'Access-Control-Request-Private-Network': 'true' })
  expect(headers.get('Access-Control-Allow-Private-Network')).toBe('true')
})

requirement('CORS-07', async (connect) => {
  const { headers } = await preflight(await connect(backend))
  expect(headers.get('Access-Control-Allow-Private-Network')).toBeNull()
})

requirement('CORS-08', async (connect) => {
  const workspace = await connect(backend)
  for (const path of ['/widgets.json', '/widgets/fine', '/widgets/refused', '/widgets/broken']) {
    const exposed = (await headersOf(workspace, pro, path)).get('Access-Control-Expose-Headers')?.split(/,\s*/)
    expect(exposed).toEqual(expect.arrayContaining(['X-Backend-Type', 'X-Trace-Id', 'X-Completion-ID']))
  }
})

requirement('CORS-09', async (connect) => {
  const { send } = await connect(backend)
  const requests: [string, RequestInit, number][] = [
    ['/nowhere', {}, 404],
    ['/widgets/refused', {}, 404],
    ['/widgets/fine', { method: 'PUT', body: '{}' }, 405],
    ['/forms/add', { method: 'POST', body: '{' }, 400],
  ]
  for (const [path, init, status] of requests) {
    const answer = await send(path, { ...init, headers: { Origin: pro } })
    expect([path, answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([path, status, pro])
  }
  const closed = await connect(many({}, { auth: () => undefined }))
  const answer = await closed.send('/widgets.json', { headers: { Origin: pro } })
  expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([401, pro])
})

requirement('CORS-10', async (connect) => {
  const { send } = await connect(backend)
  const answer = await send('/widgets/broken', { headers: { Origin: pro } })
  expect([answer.status, answer.headers.get('Access-Control-Allow-Origin')]).toEqual([500, pro])
})

requirement('CORS-11', async (connect) => {
  const workspace = await connect(many({}, { auth: () => undefined }))
  for (const path of paths) {
    const answer = await preflight(workspace, { 'Access-Control-Request-Headers': 'x-api-key' }, path)
    expect(answer.status).toBeOneOf([200, 204])
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(pro)
  }
})
