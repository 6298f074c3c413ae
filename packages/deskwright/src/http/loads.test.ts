import { describe, expect, test } from 'vitest'
import { bothWays, listen } from './both-ways.fixture.ts'
import { backendOf, deferred, echo, gathering, route, turn } from './manifest.fixture.ts'
import { refuse } from './refuse.ts'

describe.each(bothWays)('by $way', ({ connect }) => {
  test('identical requests in flight share one load, different ones do not', async () => {
    const gate = deferred()
    const { param, gathered } = gathering(5)
    let loads = 0
    const slow = route({
      params: { a: echo(), param },
      load: async ({ a }) => {
        loads += 1
        await gate.promise
        return [{ a }]
      },
    })
    const send = await connect(backendOf([slow]).fetch)
    const paths = ['/rows?a=1', '/rows?a=1&x=2', '/rows?a=2', '/rows?a=1&theme=light', '/rows?theme=dark&a=1']
    const answers = paths.map(async (path) => (await send(path)).json())
    await gathered
    gate.resolve()
    expect(await Promise.all(answers)).toEqual([[{ a: '1' }], [{ a: '1' }], [{ a: '2' }], [{ a: '1' }], [{ a: '1' }]])
    expect(loads).toBe(3)
    await send('/rows?a=1')
    expect(loads).toBe(4)
  })

  test('requests with the same body are one load', async () => {
    let loads = 0
    const gate = deferred()
    const { param, gathered } = gathering(4)
    const both = route({
      methods: ['POST'],
      params: { a: echo(), param },
      load: async () => {
        loads += 1
        await gate.promise
        return []
      },
    })
    const send = await connect(backendOf([both]).fetch)
    const answers = [1, 2, 3].map(() => send('/rows', { method: 'POST', body: '{"a":"1","b":[2]}' }))
    const other = send('/rows', { method: 'POST', body: '{"a":"1","b":[3]}' })
    await gathered
    gate.resolve()
    await Promise.all([...answers, other])
    expect(loads).toBe(2)
  })

  test('an error is shared, and the next request tries again', async () => {
    let loads = 0
    const gate = deferred()
    const { param, gathered } = gathering(2)
    const failing = route({
      params: { param },
      load: async () => {
        loads += 1
        await gate.promise
        refuse(404, `attempt ${loads}`)
      },
    })
    const send = await connect(backendOf([failing]).fetch)
    const answers = [send('/rows'), send('/rows')]
    await gathered
    gate.resolve()
    for (const answer of await Promise.all(answers)) expect(await answer.json()).toEqual({ detail: 'attempt 1' })
    expect(await (await send('/rows')).json()).toEqual({ detail: 'attempt 2' })
  })

  test('a load that reads headers or user is never shared, whenever it reads them', async () => {
    for (const early of [true, false]) {
      const gate = deferred()
      const arrived = deferred()
      const { param, gathered } = gathering(2)
      let loads = 0
      const personal = route({
        params: { param },
        load: async (_values, context) => {
          loads += 1
          if (loads === 1) arrived.resolve()
          const first = early ? context.headers.get('X-Who') : undefined
          await gate.promise
          return [{ who: first ?? context.headers.get('X-Who') }]
        },
      })
      const send = await connect(backendOf([personal]).fetch)
      const ask = async (who: string) => (await send('/rows', { headers: { 'X-Who': who } })).json()
      const ann = ask('ann')
      await arrived.promise
      const bob = ask('bob')
      await gathered
      gate.resolve()
      expect([await ann, await bob]).toEqual([[{ who: 'ann' }], [{ who: 'bob' }]])
      expect(loads).toBe(2)
    }
  })

  test('a form is submitted as often as it is sent', async () => {
    let submits = 0
    const gate = deferred()
    const { param, gathered } = gathering(2)
    const form = route({
      params: { param },
      methods: ['POST'],
      form: true,
      load: async () => {
        submits += 1
        await gate.promise
        return []
      },
    })
    const send = await connect(backendOf([form]).fetch)
    const sent = [1, 2].map(() => send('/rows', { method: 'POST', body: '{}' }))
    await gathered
    gate.resolve()
    await Promise.all(sent)
    expect(submits).toBe(2)
  })

  test('a client that goes away aborts the signal', async () => {
    const started = deferred()
    const aborted = deferred()
    const slow = route({
      load: (_values, { signal }) => {
        started.resolve()
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => {
            aborted.resolve()
            reject(new Error('stopped'))
          })
        })
      },
    })
    const { fetch, lines } = backendOf([slow])
    const send = await connect(fetch)
    const client = new AbortController()
    const answer = send('/rows', { signal: client.signal }).catch(() => undefined)
    await started.promise
    client.abort()
    await aborted.promise
    await answer
    await turn()
    expect(lines.map(({ status }) => status)).toEqual([499])
    expect(lines.filter(({ level }) => level === 'error')).toEqual([])
  })

  test('a shared load goes on while one of its clients stays', async () => {
    const gate = deferred()
    const left = deferred()
    const { param, gathered } = gathering(2)
    let stopped = false
    const slow = route({
      params: { param },
      load: async (_values, { signal }) => {
        signal.addEventListener('abort', () => (stopped = true))
        await gate.promise
        return [{ ok: true }]
      },
    })
    const { fetch } = backendOf([slow])
    const send = await connect((request) => {
      if (request.headers.has('X-Leaves')) request.signal.addEventListener('abort', () => left.resolve())
      return fetch(request)
    })
    const client = new AbortController()
    const leaving = send('/rows', { signal: client.signal, headers: { 'X-Leaves': 'yes' } }).catch(() => undefined)
    const staying = send('/rows')
    await gathered
    client.abort()
    await left.promise
    gate.resolve()
    expect(await (await staying).json()).toEqual([{ ok: true }])
    expect(stopped).toBe(false)
    await leaving
  })
})

test('a load stops when the last of its clients has gone, and is not joined after that', async () => {
  let loads = 0
  const started = deferred()
  const stopping = deferred()
  const gate = deferred()
  const slow = route({
    load: async (_values, { signal }) => {
      loads += 1
      if (loads > 1) return []
      signal.addEventListener('abort', () => stopping.resolve())
      started.resolve()
      await gate.promise
      return []
    },
  })
  const { send } = await listen(backendOf([slow]).fetch)
  const client = new AbortController()
  const gone = send('/rows', { signal: client.signal }).catch(() => 'gone')
  await started.promise
  client.abort()
  await stopping.promise
  expect(await (await send('/rows')).json()).toEqual([])
  expect(loads).toBe(2)
  gate.resolve()
  expect(await gone).toBe('gone')
})
