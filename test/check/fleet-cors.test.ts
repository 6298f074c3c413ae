import type { IncomingMessage, ServerResponse } from 'node:http'
import { defaultOrigins } from 'deskwright/spec'
import { describe, expect, test } from 'vitest'
import { check } from '../../packages/deskwright/src/check/check.ts'
import { prices, serve } from './fleet.ts'

const main = 'https://pro.openbb.co'

type Headers = Readonly<Record<string, string | readonly string[]>>

/** How a server answers; absent parts are right. */
interface Manners {
  readonly real?: (origin: string) => Headers
  readonly error?: (origin: string) => Headers
  readonly preflight?: (origin: string, wanted: string) => Headers
  readonly preflightStatus?: number
}

const allow = (origin: string): Headers => ({ 'access-control-allow-origin': origin, vary: 'Origin' })

function serveManners({ real = allow, error = real, preflight, preflightStatus = 204 }: Manners): Promise<string> {
  const grant = (origin: string, wanted: string) => ({
    ...real(origin),
    'access-control-allow-headers': wanted,
    'access-control-allow-private-network': 'true',
  })
  return serve(({ method, url, headers }: IncomingMessage, response: ServerResponse) => {
    const { origin = '' } = headers
    const send = (status: number, given: Headers, body?: string) => {
      response.writeHead(status, given as Record<string, string>).end(body)
    }
    const wanted = headers['access-control-request-headers'] ?? ''
    if (method === 'OPTIONS') send(preflightStatus, (preflight ?? grant)(origin, wanted))
    else if (url === '/widgets.json') send(200, real(origin), JSON.stringify({ prices }))
    else send(404, error(origin), '{"detail": "Not found"}')
  })
}

const find = async (url: string, options = {}) =>
  (await check(url, { only: ['cors'], ...options })).findings.map(({ severity, code }) => `${severity} ${code}`)

describe('what pages of Workspace may do with a backend', () => {
  test.each<[string, Manners, readonly string[]]>([
    ['everything, by reflection', {}, []],
    ['everything, by an asterisk', { real: () => ({ 'access-control-allow-origin': '*' }) }, []],
    ['nothing', { real: () => ({}) }, ['error cors-origin']],
    ['only in development', { real: () => allow('http://localhost:5173') }, ['error cors-origin']],
    [
      'nothing, as the header came twice',
      { real: () => ({ 'access-control-allow-origin': ['*', '*'] }) },
      ['error cors-origin'],
    ],
    ['nothing, as there is a list', { real: () => allow(defaultOrigins.join(', ')) }, ['error cors-origin']],
    ['nothing, as a slash is too much', { real: (origin) => allow(`${origin}/`) }, ['error cors-origin']],
    ['what the main one needs', { real: (origin) => (origin === main ? allow(main) : {}) }, ['advice cors-origin']],
    [
      'everything, but no cache knows',
      { real: (origin) => ({ 'access-control-allow-origin': origin }) },
      ['advice cors-vary'],
    ],
    [
      'what the main one needs, which is always the same',
      { real: () => ({ 'access-control-allow-origin': main }) },
      ['advice cors-origin'],
    ],
    ['no reading of errors', { error: () => ({}) }, ['warning cors-error-answer']],
    ['no headers', { preflight: allow }, ['warning cors-preflight']],
    [
      'only a known header',
      { preflight: (origin) => ({ ...allow(origin), 'access-control-allow-headers': 'Content-Type' }) },
      ['warning cors-preflight'],
    ],
    ['no preflight', { preflightStatus: 405 }, ['warning cors-preflight']],
    ['no preflight without a key', { preflightStatus: 401 }, ['warning cors-preflight']],
    ['no preflight, as it is redirected', { preflightStatus: 307 }, ['warning cors-preflight']],
    [
      'no private network',
      { preflight: (origin, wanted) => ({ ...allow(origin), 'access-control-allow-headers': wanted }) },
      ['advice cors-private-network'],
    ],
    [
      'credentials with an asterisk',
      { real: () => ({ 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' }) },
      ['advice cors-credentials'],
    ],
  ])('%s', async (_name, manners, expected) => {
    expect(await find(await serveManners(manners))).toEqual(expected)
  })

  test('a failing preflight is an error for who needs a header', async () => {
    const url = await serveManners({ preflightStatus: 401 })
    expect(await find(url, { headers: { 'X-API-KEY': 'secret' } })).toEqual(['error cors-preflight'])
  })

  test('the asterisk does not stand for Authorization', async () => {
    const url = await serveManners({
      preflight: (origin) => ({
        ...allow(origin),
        'access-control-allow-headers': '*',
        'access-control-allow-private-network': 'true',
      }),
    })
    expect(await find(url)).toEqual([])
    expect(await find(url, { headers: { Authorization: 'Bearer secret' } })).toEqual(['error cors-preflight'])
  })

  test('keys are never sent with a preflight', async () => {
    const keys: unknown[] = []
    const url = await serve(({ method, headers }, response) => {
      if (method === 'OPTIONS') keys.push(headers['x-api-key'])
      response.writeHead(200, allow(headers.origin ?? '*') as Record<string, string>).end(JSON.stringify({ prices }))
    })
    await find(url, { headers: { 'X-API-KEY': 'secret' } })
    expect(keys).toEqual(defaultOrigins.map(() => undefined))
  })

  test('a redirect without CORS headers is an error', async () => {
    const url = await serve(({ method, url: path = '', headers }, response) => {
      const given = method === 'OPTIONS' || path.startsWith('/v2') ? allow(headers.origin ?? '*') : {}
      if (path === '/widgets.json' && method === 'GET') response.writeHead(307, { location: '/v2/widgets.json' }).end()
      else if (path === '/v2/widgets.json')
        response.writeHead(200, given as Record<string, string>).end(JSON.stringify({ prices }))
      else response.writeHead(method === 'OPTIONS' ? 204 : 404, given as Record<string, string>).end()
    })
    expect(await find(url)).toContain('error document-redirect')
  })
})
