import { describe, expect, test } from 'vitest'
import { defaultOrigins } from '../spec/default-origins.ts'
import { bothWays } from './both-ways.fixture.ts'
import { anything, backendOf, route } from './manifest.fixture.ts'

const routes = [
  route({ load: () => [] }),
  route({ path: '/broken', load: () => Promise.reject(new Error('no')) }),
  route({ path: '/form', methods: ['POST'], form: true, answer: anything, load: () => true }),
]
const pro = 'https://pro.openbb.co'

describe.each(bothWays)('by $way', ({ connect }) => {
  test('answers of every status name the allowed origin', async () => {
    const send = await connect(backendOf(routes).fetch)
    for (const Origin of defaultOrigins) {
      for (const path of ['/rows', '/widgets.json', '/', '/nowhere', '/broken']) {
        const { headers } = await send(path, { headers: { Origin } })
        expect(headers.get('Access-Control-Allow-Origin')).toBe(Origin)
        expect(headers.get('Vary')).toContain('Origin')
        expect(headers.get('Access-Control-Expose-Headers')).toContain('X-Backend-Type, X-Trace-Id, X-Completion-ID')
      }
    }
  })

  test('an origin nobody allowed is answered without CORS headers', async () => {
    const send = await connect(backendOf(routes).fetch)
    const answer = await send('/rows', { headers: { Origin: 'https://pro.openbb.co.evil.example' } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull()
    expect(answer.headers.get('Vary')).toBe('Origin')
  })

  test('origins of the author and of the runtime are allowed too, however they are typed', async () => {
    const { fetch } = backendOf(routes, { origins: ['https://Desk.Example/'] }, { origins: ['http://localhost:9999'] })
    const send = await connect(fetch)
    for (const Origin of ['https://desk.example', 'http://localhost:9999', pro]) {
      const { headers } = await send('/rows', { headers: { Origin } })
      expect(headers.get('Access-Control-Allow-Origin')).toBe(Origin)
    }
  })

  test('every origin is allowed when asked for by name', async () => {
    for (const options of [{ origins: '*' as const }, {}]) {
      const send = await connect(backendOf(routes, options, options.origins ? {} : { origins: '*' }).fetch)
      const { headers } = await send('/rows', { headers: { Origin: 'https://anywhere.example' } })
      expect(headers.get('Access-Control-Allow-Origin')).toBe('*')
      expect(headers.get('Access-Control-Allow-Credentials')).toBeNull()
    }
  })

  test('a preflight succeeds everywhere, without authentication, for any header', async () => {
    const send = await connect(backendOf(routes, { auth: () => undefined }).fetch)
    for (const path of ['/rows', '/widgets.json', '/nowhere']) {
      const answer = await send(path, {
        method: 'OPTIONS',
        headers: {
          Origin: pro,
          'Access-Control-Request-Method': 'GET',
          'Access-Control-Request-Headers': 'x-api-key,x-anything',
          'Access-Control-Request-Private-Network': 'true',
        },
      })
      expect(answer.status).toBe(204)
      expect(await answer.text()).toBe('')
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'access-control-allow-origin': pro,
        'access-control-allow-methods': 'GET, HEAD, POST, PUT, OPTIONS',
        'access-control-allow-headers': 'x-api-key,x-anything',
        'access-control-allow-private-network': 'true',
        'access-control-max-age': '600',
      })
      expect(answer.headers.get('Vary')).toContain('Origin')
    }
  })

  test('a preflight of another origin is told nothing', async () => {
    const send = await connect(backendOf(routes).fetch)
    const headers = { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'GET' }
    const answer = await send('/rows', { method: 'OPTIONS', headers })
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('a form refuses pages that are not allowed, because a submit has effects', async () => {
    const { fetch } = backendOf(routes)
    const send = await connect(fetch)
    const submit = (headers: Record<string, string>) => send('/form', { method: 'POST', body: '{}', headers })
    expect((await submit({ Origin: 'https://evil.example' })).status).toBe(403)
    expect((await submit({ Origin: pro })).status).toBe(200)
    expect((await submit({})).status).toBe(200)
  })
})
