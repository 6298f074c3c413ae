import { describe, expect, test } from 'vitest'
import { jsonAnswer } from '../define/answers/answer.ts'
import { createRowSet } from '../define/row-set.ts'
import { bothWays, listen } from './both-ways.fixture.ts'
import { backendOf, deferred, gathering, route } from './manifest.fixture.ts'

const encoder = new TextEncoder()
const piece = `{"text":"${'x'.repeat(1000)}"}`

/** A row set of `count` rows of one kilobyte; `seen` learns what became of it. */
function rowSet(
  count: number,
  seen: { pulled: number; ended?: () => void; signal?: AbortSignal | undefined } = { pulled: 0 },
) {
  return createRowSet({
    rows: () => Promise.resolve([]),
    async *json(signal) {
      seen.signal = signal
      try {
        yield encoder.encode('[')
        for (let index = 0; index < count; index += 1) {
          seen.pulled += 1
          yield encoder.encode(index === 0 ? piece : `,${piece}`)
        }
        yield encoder.encode(']')
      } finally {
        seen.ended?.()
      }
    },
  })
}

const broken = (after: number) =>
  createRowSet({
    rows: () => Promise.resolve([]),
    async *json() {
      for (let index = 0; index < after; index += 1) yield encoder.encode(piece)
      await Promise.reject(new Error('Binder Error: no such column'))
    },
  })

describe.each(bothWays)('by $way', ({ connect }) => {
  test('few rows come with a length, many as a stream; both are the same JSON', async () => {
    const few = route({ path: '/few', load: () => rowSet(3) })
    const many = route({ path: '/many', load: async () => rowSet(500) })
    const send = await connect(backendOf([few, many]).fetch)
    expect(await (await send('/few')).json()).toHaveLength(3)
    const answer = await send('/many')
    expect(answer.headers.get('Content-Type')).toBe('application/json')
    expect(answer.headers.get('Content-Length')).toBeNull()
    expect(await answer.json()).toHaveLength(500)
    expect((await send('/many', { method: 'HEAD' })).status).toBe(200)
  })

  test('a query that is wrong is an answer, with CORS', async () => {
    const { fetch, lines } = backendOf([route({ load: () => broken(0) })])
    const send = await connect(fetch)
    const answer = await send('/rows', { headers: { Origin: 'https://pro.openbb.co' } })
    expect(answer.status).toBe(500)
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe('https://pro.openbb.co')
    expect(JSON.stringify(lines)).toContain('no such column')
  })

  test('a stream that breaks reaches the client as broken, and the log', async () => {
    const { fetch, lines } = backendOf([route({ load: () => broken(200) })])
    const send = await connect(fetch)
    const answer = await send('/rows')
    await expect(answer.text()).rejects.toThrow(/terminated|broke off/)
    expect(lines.map(({ message }) => message)).toContain('widget "rows" failed after its answer had begun')
  })

  test('rows are no answer where no array is', async () => {
    const one = jsonAnswer('an object', (value) => (Array.isArray(value) ? 'it is an array' : undefined))
    const send = await connect(backendOf([route({ answer: one, load: () => rowSet(1) })]).fetch)
    expect((await send('/rows')).status).toBe(500)
  })

  test('requests that overlap share few rows, and stream many each on their own', async () => {
    for (const count of [3, 300]) {
      let loads = 0
      const gate = deferred()
      const { param, gathered } = gathering(2)
      const slow = route({
        params: { param },
        load: async () => {
          loads += 1
          await gate.promise
          return rowSet(count)
        },
      })
      const send = await connect(backendOf([slow]).fetch)
      const answers = [send('/rows'), send('/rows')]
      await gathered
      gate.resolve()
      for (const answer of await Promise.all(answers)) expect(await answer.json()).toHaveLength(count)
      expect(loads).toBe(count === 3 ? 1 : 2)
    }
  })

  test('rows of a cached route are kept', async () => {
    let loads = 0
    const load = () => {
      loads += 1
      return rowSet(300)
    }
    const send = await connect(backendOf([route({ cache: { ttl: 1000 }, load })]).fetch)
    for (const state of ['miss', 'hit']) {
      const answer = await send('/rows')
      expect(answer.headers.get('X-Cache')).toBe(state)
      expect(await answer.json()).toHaveLength(300)
    }
    expect(loads).toBe(1)
  })
})

test('rows are pulled at the pace of the client', async () => {
  const seen = { pulled: 0 }
  const { fetch } = backendOf([route({ load: () => rowSet(10_000, seen) })])
  const answer = await fetch(new Request('http://localhost/rows'))
  const reader = answer.body!.getReader()
  await reader.read()
  expect(seen.pulled).toBeLessThan(100)
  await reader.cancel()
})

test('a client that leaves in the middle ends the query', async () => {
  const ended = deferred()
  const seen: Parameters<typeof rowSet>[1] = { pulled: 0, ended: () => ended.resolve() }
  const { send } = await listen(backendOf([route({ load: () => rowSet(1_000_000, seen) })]).fetch)
  const client = new AbortController()
  const answer = await send('/rows', { signal: client.signal })
  await answer.body!.getReader().read()
  client.abort()
  await ended.promise
  expect(seen.pulled).toBeLessThan(1_000_000)
})
