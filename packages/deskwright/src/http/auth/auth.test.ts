import { exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose'
import { describe, expect, test } from 'vitest'
import { bothWays, listen } from '../both-ways.fixture.ts'
import { anything, backendOf, route } from '../manifest.fixture.ts'
import { apiKey } from './api-key.ts'
import { bearer } from './bearer.ts'

const whoami = route({ path: '/me', answer: anything, load: (_values, { user }) => user })

describe.each(bothWays)('by $way', ({ connect }) => {
  test('an API key in a header lets its holder in, and nobody else', async () => {
    const { fetch } = backendOf([whoami], { auth: apiKey({ keys: { ann: 'k-ann', bob: 'k-bob' } }) })
    const send = await connect(fetch)
    expect(await (await send('/me', { headers: { 'x-api-key': 'k-bob' } })).json()).toEqual({ id: 'bob' })
    for (const headers of [{}, { 'X-API-KEY': 'k-bo' }, { 'X-API-KEY': '' }, { Authorization: 'k-bob' }]) {
      for (const path of ['/me', '/widgets.json', '/nowhere']) {
        const answer = await send(path, { headers: { ...headers, Origin: 'https://pro.openbb.co' } as HeadersInit })
        expect(answer.status).toBe(401)
        expect(answer.headers.get('WWW-Authenticate')).toBe('ApiKey')
        expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('https://pro.openbb.co')
        expect(await answer.json()).toHaveProperty('detail')
      }
    }
  })

  test('an API key in the query lets in, and never reaches the log', async () => {
    const { fetch, lines } = backendOf([whoami], { auth: apiKey({ query: 'desk', keys: ['p@ss word'] }) })
    const send = await connect(fetch)
    expect((await send('/me?desk=p%40ss+word&a=1')).status).toBe(200)
    expect((await send('/me?desk=wrong')).status).toBe(401)
    expect(lines.map(({ query }) => query)).toEqual(['desk=***&a=1', 'desk=***'])
    expect(JSON.stringify(lines)).not.toMatch(/p%40ss|wrong/)
  })

  test('a signed token lets its subject in, with its claims', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256')
    const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: 'a', alg: 'ES256' }] }
    const sign = (claims: JWTPayload, key = privateKey) =>
      new SignJWT({ sub: 'ann', iss: 'https://id.example', aud: 'desk', exp: 4e9, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'a' })
        .sign(key)
    const { fetch } = backendOf([whoami], { auth: bearer({ jwks, issuer: 'https://id.example', audience: 'desk' }) })
    const send = await connect(fetch)
    const ask = (token: string) => send('/me', { headers: { Authorization: `Bearer ${token}` } })
    expect(await (await ask(await sign({ desk: 'rates' }))).json()).toMatchObject({ id: 'ann', desk: 'rates' })
    const stranger = await generateKeyPair('ES256')
    const refused = [
      await sign({ aud: 'other' }),
      await sign({ iss: 'https://evil.example' }),
      await sign({ exp: 1 }),
      await sign({ sub: undefined } as never),
      await sign({}, stranger.privateKey),
      'not.a.token',
      '',
    ]
    for (const token of refused) expect((await ask(token)).status).toBe(401)
    expect((await ask('x')).headers.get('WWW-Authenticate')).toBe('Bearer')
  })

  test('an auth function of the author decides; its failure lets nobody in', async () => {
    const auth = (request: Request) => {
      const id = request.headers.get('X-OpenBB-User')
      if (id === 'boom') throw new Error('directory is down')
      return id === null ? undefined : { id }
    }
    const picture = route({ path: '/logo', public: true, answer: anything, load: () => 1 })
    const send = await connect(backendOf([whoami, picture], { auth }).fetch)
    expect(await (await send('/me', { headers: { 'X-OpenBB-User': 'a@b.c' } })).json()).toEqual({ id: 'a@b.c' })
    expect((await send('/me')).status).toBe(401)
    expect((await send('/logo')).status).toBe(200)
    const failed = await send('/me', { headers: { 'X-OpenBB-User': 'boom' } })
    expect(failed.status).toBe(500)
    expect(await failed.text()).not.toContain('directory')
  })
})

test('keys that cannot be fetched are the backend’s failure, not a refusal', async () => {
  const { privateKey } = await generateKeyPair('ES256')
  const token = await new SignJWT({ sub: 'a', iss: 'i', aud: 'd', exp: 4e9 })
    .setProtectedHeader({ alg: 'ES256' })
    .sign(privateKey)
  const { port } = await listen(() => new Response('no', { status: 500 }))
  const auth = bearer({ jwksUrl: `http://127.0.0.1:${port}/jwks`, issuer: 'i', audience: 'd' })
  const { fetch } = backendOf([whoami], { auth })
  const answer = await fetch(new Request('http://localhost/me', { headers: { Authorization: `Bearer ${token}` } }))
  expect(answer.status).toBe(500)
})

test('helpers that would let in nobody, or anybody, are refused at once', () => {
  expect(() => apiKey({ keys: [] })).toThrow('apiKey has no keys')
  expect(() => apiKey({ keys: [''] })).toThrow('apiKey has an empty key')
  expect(() => apiKey({ keys: [undefined as never] })).toThrow('apiKey has an empty key')
  expect(() => bearer({ issuer: 'i', audience: 'd' })).toThrow('bearer needs either jwksUrl or jwks')
})
