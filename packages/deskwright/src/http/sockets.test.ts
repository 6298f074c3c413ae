import { describe, expect, test } from 'vitest'
import type { Auth } from '../define/backend-options.ts'
import type { Connection, Socket } from '../define/socket.ts'
import { apiKey, column, defineBackend } from '../index.ts'
import { liveGrid } from '../live/live-grid.ts'
import type { Backend } from './backend.ts'

const quotes = liveGrid({
  name: 'Quotes',
  columns: { symbol: column.text('Symbol') },
  rowId: 'symbol',
  load: () => [],
  subscribe: async function* () {},
})
const backendOf = (auth?: Auth): Backend =>
  defineBackend({ name: 'Live', widgets: { quotes }, basePath: '/desk', ...(auth && { auth }) })

const socket: Socket = { bufferedAmount: 0, send() {}, close() {}, addEventListener() {} }
const toRequest = (path: string, headers: HeadersInit = {}) => new Request(`http://127.0.0.1/desk${path}`, { headers })

/** Opens a socket; gives the status of a refusal, or 101. */
async function open(backend: Backend, path: string, headers: HeadersInit = {}, now = Date.now()): Promise<number> {
  const verdict = await backend.createConnect({ now: () => now })(toRequest(path, headers))
  if (verdict instanceof Response) return verdict.status
  verdict(socket)
  return 101
}

describe('a socket', () => {
  test('is for the pages of Workspace and for programs, not for other pages', async () => {
    const backend = backendOf()
    expect(await open(backend, '/widgets/quotes/live')).toBe(101)
    expect(await open(backend, '/widgets/quotes/live', { Origin: 'https://pro.openbb.co' })).toBe(101)
    expect(await open(backend, '/widgets/quotes/live', { Origin: 'https://evil.example' })).toBe(403)
    expect(await open(backend, '/widgets/quotes/live', { Origin: 'null' })).toBe(403)
    const free = backend.createConnect({ origins: '*' })
    expect(await free(toRequest('/widgets/quotes/live', { Origin: 'https://any.example' }))).toBeTypeOf('function')
  })

  test('is where its widget says, and nowhere else', async () => {
    const backend = backendOf()
    expect(await open(backend, '//widgets/quotes//live/')).toBe(101)
    expect(await open(backend, '/widgets/quotes')).toBe(404)
    const asked = await backend.fetch(toRequest('/widgets/quotes/live'))
    expect(asked.status).toBe(426)
    expect(await asked.json()).toMatchObject({ detail: '/widgets/quotes/live is the address of a socket.' })
  })

  test('of a backend with errors is refused with all of them', async () => {
    const backend = defineBackend({ name: 'Broken', widgets: { quotes, again: { ...quotes, type: 'oops' } as never } })
    const verdict = (await backend.createConnect({})(toRequest('/widgets/quotes/live'))) as Response
    expect(verdict.status).toBe(500)
    expect(await verdict.text()).toContain('again')
  })

  test('knows who opened it, and decodes for it', async () => {
    const seen: Connection[] = []
    const spy = {
      ...quotes,
      socket: { ...quotes.socket!, open: (_: Socket, connection: Connection) => void seen.push(connection) },
    }
    const backend = defineBackend({ name: 'Live', widgets: { spy }, auth: () => ({ id: 'ann' }) })
    const verdict = await backend.createConnect({})(
      new Request('http://127.0.0.1/widgets/spy/live?a=1', { headers: { 'X-A': 'b' } }),
    )
    ;(verdict as (socket: Socket) => void)(socket)
    expect(seen[0]?.user).toEqual({ id: 'ann' })
    expect(seen[0]?.headers.get('X-A')).toBe('b')
    expect(seen[0]?.decode({})).toEqual({})
  })
})

describe('who opens a socket', () => {
  test('sends the query key that it also asks with', async () => {
    const backend = backendOf(apiKey({ query: 'desk_key', keys: ['k'] }))
    expect(await open(backend, '/widgets/quotes/live?desk_key=k')).toBe(101)
    expect(await open(backend, '/widgets/quotes/live?desk_key=wrong')).toBe(401)
    expect(await open(backend, '/widgets/quotes/live')).toBe(401)
    const document = await (await backend.fetch(toRequest('/widgets.json?desk_key=k'))).json()
    expect(document).toMatchObject({ quotes: { wsEndpoint: 'widgets/quotes/live' } })
  })

  const readAddress = async (backend: Backend, headers: HeadersInit): Promise<string> => {
    const answer = await backend.fetch(toRequest('/widgets.json', headers))
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    const { quotes } = (await answer.json()) as { quotes: { wsEndpoint: string } }
    return `/${quotes.wsEndpoint}`
  }

  test('by a header gets a ticket with the document, for twelve hours', async () => {
    const headers = { 'X-API-KEY': 'k-ann' }
    const keys = { ann: 'k-ann', bob: 'k-bob' }
    const backend = backendOf(apiKey({ keys }))
    const address = await readAddress(backend, headers)
    expect(address).toMatch(/^\/widgets\/quotes\/live\?ticket=[\w-]+$/)
    expect(await open(backend, address)).toBe(101)
    expect(await open(backend, address, {}, Date.now() + 11 * 3_600_000)).toBe(101)
    expect(await open(backend, address, {}, Date.now() + 13 * 3_600_000)).toBe(401)
    expect(await open(backend, `${address.slice(0, -2)}xx`)).toBe(401)
    expect(await open(backend, '/widgets/quotes/live?ticket=%00')).toBe(401)
    expect(await open(backendOf(apiKey({ keys })), address)).toBe(101)
    expect(await open(backendOf(apiKey({ keys: { bob: 'k-bob' } })), address)).toBe(401)
    expect(await open(backend, '/widgets/quotes/live', headers)).toBe(101)
  })

  test('is no longer let in by the ticket of a token that has expired', async () => {
    const exp = Math.floor(Date.now() / 1000) + 60
    const auth = (request: Request) => (request.headers.has('X-User') ? { id: 'ann', exp } : undefined)
    const backend = backendOf(auth)
    const address = await readAddress(backend, { 'X-User': 'ann' })
    expect(await open(backend, address)).toBe(101)
    expect(await open(backend, address, {}, exp * 1000 + 1)).toBe(401)
  })
})
