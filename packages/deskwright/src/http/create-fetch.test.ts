import { describe, expect, test } from 'vitest'
import { diagnose } from '../errors/diagnostic.ts'
import { bothWays } from './both-ways.fixture.ts'
import { anything, backendOf, echo, number, route } from './manifest.fixture.ts'
import { refuse } from './refuse.ts'

const hello = route({ load: () => [{ a: 1 }] })

describe.each(bothWays)('by $way', ({ connect }) => {
  test('rows are answered as JSON that nobody may store', async () => {
    const send = await connect(backendOf([hello]).fetch)
    const answer = await send('/rows')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('Content-Type')).toBe('application/json')
    expect(answer.headers.get('Cache-Control')).toBe('no-store')
    expect(await answer.json()).toEqual([{ a: 1 }])
  })

  test('repeated and trailing slashes do not matter', async () => {
    const send = await connect(backendOf([route({ path: '/a/b', load: () => [] })]).fetch)
    for (const path of ['/a/b', '/a//b', '//a/b', '/a/b/', '/a/b//']) expect((await send(path)).status).toBe(200)
  })

  test('a base path comes before everything', async () => {
    const send = await connect(backendOf([hello], { basePath: 'desk/' }).fetch)
    for (const path of ['/desk/rows', '/desk/widgets.json', '/desk/health', '/desk', '/desk/']) {
      expect([path, (await send(path)).status]).toEqual([path, 200])
    }
    expect((await send('/rows')).status).toBe(404)
  })

  test('HEAD answers like GET, without the body', async () => {
    const send = await connect(backendOf([hello]).fetch)
    for (const path of ['/rows', '/widgets.json', '/', '/health']) {
      const [get, head] = [await send(path), await send(path, { method: 'HEAD' })]
      expect(head.status).toBe(200)
      expect(head.headers.get('Content-Type')).toBe(get.headers.get('Content-Type'))
      expect(head.headers.get('Content-Length')).toBe(String((await get.arrayBuffer()).byteLength))
      expect(await head.text()).toBe('')
    }
  })

  test('an unknown path is told with its nearest neighbour', async () => {
    const send = await connect(backendOf([hello]).fetch)
    const answer = await send('/row')
    expect(answer.status).toBe(404)
    expect(await answer.json()).toEqual({ detail: 'Nothing is served at /row. Did you mean /rows?' })
    expect(await (await send('/a/../../etc/passwd')).json()).toEqual({ detail: 'Nothing is served at /etc/passwd.' })
  })

  test('another method is answered with 405 and the methods that work', async () => {
    const send = await connect(backendOf([hello]).fetch)
    const answer = await send('/rows', { method: 'POST', body: '{}' })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
    expect(await answer.json()).toEqual({ detail: '/rows does not answer POST. It answers GET, HEAD, OPTIONS.' })
  })

  test('every bad parameter is in one 422', async () => {
    const send = await connect(
      backendOf([route({ params: { a: number(), b: number(), c: number() }, load: () => [] })]).fetch,
    )
    const answer = await send('/rows?a=x&b=2&c=y&unknown=1')
    expect(answer.status).toBe(422)
    expect(await answer.json()).toEqual({ detail: 'a: expected a number, got "x"; c: expected a number, got "y"' })
  })

  test('path, query and body reach the loader decoded, in this order of strength', async () => {
    const params = { book: echo(), name: echo(), list: echo(), deep: echo(), n: number() }
    const load = (values: unknown) => values
    const both = route({ path: '/b/{book}/x-{n}.json', methods: ['GET', 'POST'], params, load, answer: anything })
    const send = await connect(backendOf([both]).fetch)
    const get = await send('/b/a%2Fb%20c/x-3.json?book=no&name=%C3%A9&list=1&list=2&__proto__=1&constructor=2')
    expect(await get.json()).toEqual({ book: 'a/b c', name: 'é', list: ['1', '2'], n: 3 })
    const body = JSON.stringify({ name: 'body', list: ['q'], deep: { a: 1 }, n: 9, ['__proto__']: { polluted: true } })
    const post = await send('/b/1/x-4.json?name=query', { method: 'POST', body: JSON.stringify(body) })
    expect(await post.json()).toEqual({ book: '1', name: 'query', list: ['q'], deep: { a: 1 }, n: 4 })
    expect(({} as { polluted?: true }).polluted).toBeUndefined()
  })

  test('a body that is not JSON is 400, an empty one gives the defaults', async () => {
    const post = route({ methods: ['POST'], params: { n: number() }, load: (values) => [values] })
    const send = await connect(backendOf([post]).fetch)
    const broken = await send('/rows', { method: 'POST', body: '{"n": ' })
    expect(broken.status).toBe(400)
    expect(((await broken.json()) as { detail: string }).detail).toMatch(/^The request body is not JSON: /)
    expect(await (await send('/rows', { method: 'POST' })).json()).toEqual([{ n: 7 }])
    expect(await (await send('/rows', { method: 'POST', body: '[1]' })).json()).toEqual([{ n: 7 }])
  })

  test('a body beyond the limit is 413, with or without a length', async () => {
    const post = route({ methods: ['POST'], load: () => [] })
    const send = await connect(backendOf([post], { bodyLimit: 1000 }).fetch)
    const chunks = () => new Blob(['"', 'x'.repeat(10_000_000), '"']).stream()
    const refused = [
      await send('/rows', { method: 'POST', body: 'x'.repeat(1001) }),
      await send('/rows', { method: 'POST', body: chunks(), duplex: 'half' } as RequestInit),
    ]
    for (const answer of refused) {
      expect(answer.status).toBe(413)
      expect(await answer.json()).toEqual({ detail: 'The request body is larger than 1000 bytes.' })
    }
    expect((await send('/rows', { method: 'POST', body: `"${'{}'.padEnd(998)}"` })).status).toBe(200)
  })

  test('what a loader throws stays inside, except what it means for the user', async () => {
    const { fetch, lines } = backendOf([
      route({
        path: '/throws',
        load: () => {
          throw new Error('secret dsn')
        },
      }),
      route({ path: '/rejects', load: () => Promise.reject(new Error('secret dsn')) }),
      route({
        path: '/text',
        load: () => {
          throw new Error('secret dsn')
        },
      }),
      route({ path: '/refuses', load: () => refuse(404, 'Ticker ZZZ not found') }),
      route({ path: '/library', load: () => Promise.reject(Object.assign(new Error('Gone'), { status: 410 })) }),
    ])
    const send = await connect(fetch)
    for (const path of ['/throws', '/rejects', '/text']) {
      const answer = await send(path, { headers: { 'X-Request-Id': 'r-1' } })
      expect(answer.status).toBe(500)
      const detail = `widget "${path.slice(1)}" failed. The backend's log tells why, under request id r-1.`
      expect(await answer.json()).toEqual({ detail })
    }
    expect(lines.filter(({ error }) => error !== undefined)).toHaveLength(3)
    expect(JSON.stringify(lines)).toContain('secret dsn')
    const refused = await send('/refuses')
    expect([refused.status, await refused.json()]).toEqual([404, { detail: 'Ticker ZZZ not found' }])
    const library = await send('/library')
    expect([library.status, await library.json()]).toEqual([410, { detail: 'Gone' }])
  })

  test('in dev, the answer tells the reason and the stack', async () => {
    const failing = route({ load: () => Promise.reject(new Error('no such table')) })
    const send = await connect(backendOf([failing], {}, { dev: true }).fetch)
    const body = (await (await send('/rows')).json()) as { detail: string; stack: string }
    expect(body.detail).toBe('widget "rows" failed: no such table')
    expect(body.stack).toContain('create-fetch.test.ts')
  })

  test('a wrong shape is told by widget, by what came and what is expected', async () => {
    const cases: [unknown, string][] = [
      [undefined, 'undefined'],
      [{ a: 1 }, 'an object with the keys a'],
      [[1, 2], 'an array of 2 (the first: the number 1)'],
    ]
    for (const [value, got] of cases) {
      const send = await connect(backendOf([route({ load: async () => value })]).fetch)
      const answer = await send('/rows')
      expect(answer.status).toBe(500)
      const { detail } = (await answer.json()) as { detail: string }
      expect(detail).toContain(`widget "rows" returned ${got}, but should return an array of row objects: `)
    }
  })

  test('what JSON lacks becomes what it has', async () => {
    const row = {
      nan: NaN,
      inf: -Infinity,
      small: 5n,
      big: 2n ** 64n,
      bad: new Date(NaN),
      day: new Date(0),
      gone: undefined,
    }
    const circular: Record<string, unknown> = {}
    circular['self'] = circular
    const odd = route({ path: '/odd', load: () => [row] })
    const send = await connect(backendOf([odd, route({ path: '/circle', load: () => [circular] })]).fetch)
    expect(await (await send('/odd')).json()).toEqual([
      { nan: null, inf: null, small: 5, big: '18446744073709551616', bad: null, day: '1970-01-01T00:00:00.000Z' },
    ])
    const answer = await send('/circle')
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('cannot be written as JSON: Converting circular structure')
  })

  test('a form tells its errors under error too, with 400, and never answers 204', async () => {
    const form = (path: string, load: () => unknown) =>
      route({ path, methods: ['POST'], form: true, params: { n: number() }, answer: anything, load })
    const { fetch } = backendOf([form('/ok', () => undefined), form('/no', () => refuse(409, 'Already there'))])
    const send = await connect(fetch)
    const post = (path: string, body: string) => send(path, { method: 'POST', body })
    const accepted = await post('/ok', '{}')
    expect([accepted.status, await accepted.json()]).toEqual([200, null])
    const refused = await post('/no', '{}')
    expect([refused.status, await refused.json()]).toEqual([400, { detail: 'Already there', error: 'Already there' }])
    const invalid = await post('/ok', '{"n":"x"}')
    expect(invalid.status).toBe(400)
    expect(await invalid.json()).toHaveProperty('error', 'n: expected a number, got "x"')
  })

  test('a load beyond its time limit is 504 and is told to stop', async () => {
    const stopped: unknown[] = []
    const hanging = route({
      timeout: 5,
      load: (_values, { signal }) =>
        new Promise(() =>
          signal.addEventListener('abort', () => stopped.push((signal.reason as { code: string }).code)),
        ),
    })
    const send = await connect(backendOf([hanging]).fetch)
    const answer = await send('/rows')
    expect(answer.status).toBe(504)
    expect(await answer.json()).toEqual({ detail: 'widget "rows" did not answer within 5 ms.' })
    expect(stopped).toEqual(['load-timed-out'])
  })

  test('a backend with errors answers them to everything', async () => {
    const finding = diagnose('error', 'params-invalid', { where: 'widget "a"' }, { problems: ['bad'] })
    const { fetch } = backendOf([hello], {}, {}, { diagnostics: [finding] })
    const send = await connect(fetch)
    const answer = await send('/widgets.json', { headers: { Origin: 'https://pro.openbb.co' } })
    expect(answer.status).toBe(500)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('https://pro.openbb.co')
    expect(await answer.text()).toContain('widget \\"a\\"')
  })
})

test('a length header that lies does not let a large body in', async () => {
  const post = route({ methods: ['POST'], load: () => [] })
  const { fetch } = backendOf([post], { bodyLimit: 1000 })
  for (const length of ['5', '-1', 'many']) {
    const body = new Blob(['x'.repeat(5000)]).stream()
    const init = { method: 'POST', body, headers: { 'Content-Length': length }, duplex: 'half' } as RequestInit
    expect((await fetch(new Request('http://localhost/rows', init))).status).toBe(413)
  }
})
