import { describe, expect, test } from 'vitest'
import { createAnswerCache } from './answer-cache.ts'
import { bothWays } from './both-ways.fixture.ts'
import { backendOf, deferred, echo, route, turn } from './manifest.fixture.ts'
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
    expect([covered.status, covered.headers.get('X-Cache')]).toEqual([200, 'stale'])
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

test('the cache lets go of what was not used for longest, by count and by size', () => {
  const answer = (size: number) => ({ content: { contentType: '', body: new Uint8Array(size) }, madeAt: 0 })
  const byCount = createAnswerCache({ entries: 2, bytes: 1000 })
  byCount.set('a', answer(1))
  byCount.set('b', answer(1))
  byCount.get('a')
  byCount.set('c', answer(1))
  expect(['a', 'b', 'c'].map((key) => byCount.get(key) !== undefined)).toEqual([true, false, true])
  const bySize = createAnswerCache({ entries: 9, bytes: 100 })
  bySize.set('a', answer(60))
  bySize.set('a', answer(50))
  bySize.set('b', answer(40))
  expect(bySize.get('a')).toBeDefined()
  bySize.set('c', answer(20))
  expect(bySize.get('b')).toBeUndefined()
  bySize.set('d', answer(200))
  expect(['a', 'c', 'd'].map((key) => bySize.get(key) !== undefined)).toEqual([true, true, false])
})
