import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import { createAnswerCache, type KeptAnswer } from './answer-cache.ts'
import { bothWays } from './both-ways.fixture.ts'
import { compress } from './compression.ts'
import { backendOf, deferred, echo, gathering, route, turn } from './manifest.fixture.ts'
import { refuse } from './refuse.ts'

describe.each(bothWays)('by $way', ({ connect }) => {
  test('an answer is used again while it is fresh', async () => {
    let now = 0
    let loads = 0
    const cached = route({ cache: { ttl: 1000 }, params: { a: echo() }, load: () => [{ n: ++loads }] })
    const send = await connect(backendOf([cached], {}, { now: () => now }).fetch)
    const ask = async (path: string) => {
      const answer = await send(path)
      return [answer.headers.get('X-Cache'), ((await answer.json()) as { n: number }[])[0]?.n]
    }
    expect(await ask('/rows?a=1')).toEqual(['miss', 1])
    expect(await ask('/rows?a=1&other=2')).toEqual(['hit', 1])
    expect(await ask('/rows?a=2')).toEqual(['miss', 2])
    now = 999
    expect(await ask('/rows?a=1')).toEqual(['hit', 1])
    now = 1000
    expect(await ask('/rows?a=1')).toEqual(['miss', 3])
  })

  test('an old answer is sent at once while a new one is loaded', async () => {
    let now = 0
    let loads = 0
    let gate = deferred()
    const cached = route({
      cache: { ttl: 10, staleWhileRevalidate: 100 },
      load: async () => {
        loads += 1
        const n = loads
        if (n > 1) await gate.promise
        return [{ n }]
      },
    })
    const send = await connect(backendOf([cached], {}, { now: () => now }).fetch)
    const ask = async () => {
      const answer = await send('/rows')
      return `${answer.headers.get('X-Cache')} ${await answer.text()}`
    }
    expect(await ask()).toBe('miss [{"n":1}]')
    now = 50
    expect([await ask(), await ask()]).toEqual(['stale [{"n":1}]', 'stale [{"n":1}]'])
    expect(loads).toBe(2)
    gate.resolve()
    await turn()
    expect(await ask()).toBe('hit [{"n":2}]')
    now = 200
    gate = deferred()
    const waiting = ask()
    gate.resolve()
    expect(await waiting).toBe('miss [{"n":3}]')
  })

  test('an old answer covers a failure for a while, but not a refusal', async () => {
    let now = 0
    let load: () => unknown = () => [{ n: 1 }]
    const cached = route({ cache: { ttl: 10, staleIfError: 100 }, load: () => load() })
    const { fetch, lines } = backendOf([cached], {}, { now: () => now })
    const send = await connect(fetch)
    await send('/rows')
    now = 50
    load = () => Promise.reject(new Error('upstream down'))
    const covered = await send('/rows')
    expect([covered.status, covered.headers.get('X-Cache')]).toEqual([200, 'stale-if-error'])
    expect(covered.headers.get('Age')).toBe('0')
    expect(JSON.stringify(lines)).toContain('upstream down')
    load = () => refuse(404, 'delisted')
    expect((await send('/rows')).status).toBe(404)
    now = 111
    load = () => Promise.reject(new Error('upstream down'))
    expect((await send('/rows')).status).toBe(500)
  })

  test('a personal answer is not kept, and the log says so once', async () => {
    let loads = 0
    const personal = route({ cache: { ttl: 1000 }, load: (_values, { user }) => [{ user, n: ++loads }] })
    const { fetch, lines } = backendOf([personal])
    const send = await connect(fetch)
    await send('/rows')
    await send('/rows')
    expect(loads).toBe(2)
    const warnings = lines.filter(({ level }) => level === 'warn').map(({ message }) => message)
    expect(warnings).toEqual(['widget "rows" reads headers or user, so its cache is not used; give cache.vary'])
  })

  test('a personal answer is kept apart for whatever vary names', async () => {
    let loads = 0
    const personal = route({
      cache: { ttl: 1000, vary: ({ user }) => user?.id },
      load: async (_values, { user }) => [{ id: user?.id, n: ++loads }],
    })
    const auth = (request: Request) => ({ id: request.headers.get('X-Who') ?? 'nobody' })
    const send = await connect(backendOf([personal], { auth }).fetch)
    const ask = async (who: string) => (await send('/rows', { headers: { 'X-Who': who } })).json()
    expect(await ask('ann')).toEqual([{ id: 'ann', n: 1 }])
    expect(await ask('bob')).toEqual([{ id: 'bob', n: 2 }])
    expect(await ask('ann')).toEqual([{ id: 'ann', n: 1 }])
  })
})

test('an answer says how old it is, in seconds, to pages too', async () => {
  let now = 0
  const cached = route({ cache: { ttl: 5000, staleWhileRevalidate: 5000 }, load: () => [{ n: 1 }] })
  const { fetch } = backendOf([cached], {}, { now: () => now })
  const ask = () => fetch(new Request('http://localhost/rows', { headers: { Origin: 'https://pro.openbb.co' } }))
  const ages: unknown[] = []
  for (const time of [0, 2500, 7999]) {
    now = time
    const { headers } = await ask()
    ages.push([headers.get('X-Cache'), headers.get('Age')])
    expect(headers.get('Access-Control-Expose-Headers')).toMatch(/X-Cache, Age, Retry-After/)
  }
  expect(ages).toEqual([
    ['miss', '0'],
    ['hit', '2'],
    ['stale', '7'],
  ])
})

test('an old answer covers a database that is too busy', async () => {
  let now = 0
  const busy = new DeskwrightError('sql-queue-full', { running: 3, waiting: 1000, retryAfter: 5 })
  const load = () => (now === 0 ? [{ n: 1 }] : Promise.reject(busy))
  const { fetch } = backendOf([route({ cache: { ttl: 10, staleIfError: 100 }, load })], {}, { now: () => now })
  const ask = () => fetch(new Request('http://localhost/rows'))
  await ask()
  now = 50
  expect((await ask()).headers.get('X-Cache')).toBe('stale-if-error')
  now = 500
  const { status, headers } = await ask()
  expect([status, headers.get('Retry-After')]).toEqual([503, '5'])
})

test('text is encoded once for all who wait for the same load', async () => {
  const gate = deferred()
  const { param, gathered } = gathering(3)
  let contents = 0
  const load = async () => {
    await gate.promise
    contents += 1
    return [{ text: 'x'.repeat(2000) }]
  }
  const { fetch } = backendOf([route({ cache: { ttl: 1000 }, params: { param }, load })], { compress: true })
  const headers = { 'Accept-Encoding': 'gzip' }
  const answers = [1, 2, 3].map(() => fetch(new Request('http://localhost/rows', { headers })))
  await gathered
  gate.resolve()
  const bodies = await Promise.all(answers.map(async (answer) => (await (await answer).arrayBuffer()).byteLength))
  expect(new Set(bodies).size).toBe(1)
  expect(contents).toBe(1)
})

test('nothing is kept without room for it, and an answer too large for its share is loaded each time', async () => {
  for (const [cacheSize, states] of [
    [0, ['miss', 'miss']],
    [100_000, ['miss', 'miss']],
    [400_000, ['miss', 'hit']],
  ] as const) {
    const cached = route({ cache: { ttl: 1000 }, load: () => [{ text: 'x'.repeat(30_000) }] })
    const { fetch } = backendOf([cached], { cacheSize })
    const ask = async () => (await fetch(new Request('http://localhost/rows'))).headers.get('X-Cache')
    expect([await ask(), await ask()]).toEqual(states)
  }
})

describe('the cache', () => {
  const kilobyte = 1024
  const answer = (kilobytes: number): KeptAnswer => ({
    content: { contentType: '', body: new Uint8Array(kilobytes * kilobyte) },
    madeAt: 0,
  })

  test('lets go of what was not used for longest', () => {
    const cache = createAnswerCache(100 * kilobyte)
    for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) cache.set(key, answer(12))
    expect(cache.get('a')).toBeDefined()
    cache.set('h', answer(12))
    cache.set('i', answer(12))
    expect(['a', 'b', 'd', 'i'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true, true])
  })

  test('keeps no answer that takes more than its share, and forgets the one before it', () => {
    const cache = createAnswerCache(100 * kilobyte)
    cache.set('a', answer(12))
    cache.set('a', answer(13))
    expect(cache.get('a')).toBeUndefined()
    expect(cache.size).toBe(0)
  })

  test('counts the compressed bytes that are kept beside the plain ones', async () => {
    const cache = createAnswerCache(100 * kilobyte)
    const random = answer(12)
    crypto.getRandomValues(random.content.body as Uint8Array<ArrayBuffer>)
    cache.set('a', random)
    const before = cache.size
    const zipped = await compress(random.content)
    expect(cache.size).toBe(before + (zipped as Uint8Array).byteLength)
    cache.set('a', random)
    expect(cache.size).toBe(before + (zipped as Uint8Array).byteLength)
  })

  test('never takes more than its bytes, however it is used', () => {
    const keys = 'abcdefghij'.split('')
    const use = fc.record({ key: fc.constantFrom(...keys), kilobytes: fc.nat(14), reads: fc.boolean() })
    fc.assert(
      fc.property(fc.array(use, { maxLength: 60 }), (uses) => {
        const cache = createAnswerCache(100 * kilobyte)
        for (const { key, kilobytes, reads } of uses) {
          if (reads) cache.get(key)
          else cache.set(key, answer(kilobytes))
          expect(cache.size).toBeLessThanOrEqual(100 * kilobyte)
        }
        const kept = keys.map((key) => cache.get(key)?.content.body as Uint8Array | undefined)
        expect(cache.size).toBeGreaterThanOrEqual(kept.reduce((sum, body) => sum + (body?.byteLength ?? 0), 0))
      }),
    )
  })
})
