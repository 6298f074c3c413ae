import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Connection, Socket } from '../define/socket.ts'
import { refuse } from '../http/refuse.ts'
import { reload } from '../define/live-update.ts'
import { grace, Hub } from './hub.ts'
import type { LivePlan } from './live-plan.ts'
import type { LiveFields } from './row-states.ts'
import { createSource } from './source.fixture.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const errors: string[] = []
const toConnection = (id: string): Connection => ({
  headers: new Headers({ 'X-User': id }),
  user: { id },
  requestId: id,
  decode: (values) => values as Record<string, unknown>,
  log() {},
  logError: (_level, message) => void errors.push(message),
})

interface FakeSocket extends Socket {
  bufferedAmount: number
  readonly messages: LiveFields[][]
  /** What a grid would show. */
  readonly rows: Map<unknown, LiveFields>
}

function createSocket(): FakeSocket {
  const messages: LiveFields[][] = []
  const rows = new Map<unknown, LiveFields>()
  return {
    bufferedAmount: 0,
    messages,
    rows,
    send(text) {
      const changed = JSON.parse(text) as LiveFields[]
      messages.push(changed)
      for (const row of changed) rows.set(row['id'], { ...rows.get(row['id']), ...row })
    },
    close() {},
    addEventListener() {},
  }
}

function createHub(parts: Partial<LivePlan> = {}) {
  const source = createSource<LiveFields | readonly LiveFields[] | typeof reload>()
  const hub = new Hub({
    where: 'widget "quotes"',
    rowId: ['id'],
    interval: 100,
    load: () => [],
    subscribe: (_values, { signal }) => source.subscribe(signal),
    ...parts,
  })
  return { hub, source }
}

const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const follow = (hub: Hub, values: Record<string, unknown> = {}, id = 'ann') => {
  const socket = createSocket()
  hub.follow(socket, values, toConnection(id))
  return socket
}
const end = async (hub: Hub, ...sockets: Socket[]) => {
  for (const socket of sockets) hub.leave(socket)
  await pass(grace)
  expect([hub.size, vi.getTimerCount()]).toEqual([0, 0])
}

describe('a hub', () => {
  it('subscribes once for all who ask for the same, and ends a while after the last has left', async () => {
    const { hub, source } = createHub()
    const [a, b] = [follow(hub, { x: 1 }), follow(hub, { x: 1 })]
    const c = follow(hub, { x: 2 })
    await pass(0)
    expect([source.begun(), hub.size]).toEqual([2, 2])
    source.push({ id: 1, price: 5 })
    await pass(1)
    for (const { messages } of [a, b, c]) expect(messages).toEqual([[{ id: 1, price: 5 }]])
    hub.leave(a)
    hub.leave(b)
    await pass(grace - 1)
    expect(source.readers()).toBe(2)
    const back = follow(hub, { x: 1 })
    expect(back.messages).toEqual([[{ id: 1, price: 5 }]])
    await pass(grace)
    expect(source.begun()).toBe(2)
    await end(hub, back, c)
    expect(source.readers()).toBe(0)
  })

  it('loads the rows after it has subscribed, and lets no update between be undone', async () => {
    let answer: (rows: readonly LiveFields[]) => void = () => {}
    const { hub, source } = createHub({ load: () => new Promise((resolve) => (answer = resolve)) })
    const socket = follow(hub)
    await pass(0)
    expect(source.readers()).toBe(1)
    source.push({ id: 1, price: 2 })
    await pass(1)
    answer([
      { id: 1, price: 1, name: 'One' },
      { id: 2, price: 1 },
    ])
    await pass(100)
    expect([...socket.rows.values()]).toEqual([
      { id: 1, price: 2, name: 'One' },
      { id: 2, price: 1 },
    ])
    await end(hub, socket)
  })

  it('sends each at most one message in an interval, the newest state', async () => {
    const { hub, source } = createHub()
    const socket = follow(hub)
    await pass(0)
    for (let price = 1; price <= 1000; price += 1) {
      source.push({ id: 1, price })
      await pass(1)
    }
    await pass(100)
    expect(socket.messages.length).toBeLessThanOrEqual(12)
    expect(socket.rows.get(1)).toEqual({ id: 1, price: 1000 })
    await end(hub, socket)
  })

  it('passes over who does not read, and sends the newest state when he does', async () => {
    const { hub, source } = createHub()
    const [slow, quick] = [follow(hub), follow(hub)]
    await pass(0)
    slow.bufferedAmount = 1
    for (let price = 1; price <= 60; price += 1) {
      source.push([{ id: price % 3, price }])
      await pass(1000)
    }
    expect([slow.messages.length, quick.messages.length]).toEqual([0, 60])
    slow.bufferedAmount = 0
    await pass(100)
    expect(slow.messages).toEqual([
      [
        { id: 1, price: 58 },
        { id: 2, price: 59 },
        { id: 0, price: 60 },
      ],
    ])
    expect(slow.rows).toEqual(quick.rows)
    await end(hub, slow, quick)
  })

  it('begins anew what fails, later each time, and loads the rows again', async () => {
    errors.length = 0
    let price = 1
    const { hub, source } = createHub({ load: () => [{ id: 1, price }] })
    const socket = follow(hub)
    await pass(0)
    for (let failure = 1; failure <= 3; failure += 1) {
      price += 1
      source.fail(new TypeError('away'))
      await pass(30_000)
      expect([source.begun(), source.readers()]).toEqual([failure + 1, 1])
      expect(socket.rows.get(1)).toEqual({ id: 1, price })
    }
    expect(errors).toEqual(Array(3).fill('the subscription of widget "quotes" failed; it is begun anew'))
    await end(hub, socket)
  })

  it('loads the rows again when the source says that it may have missed some', async () => {
    let price = 1
    const { hub, source } = createHub({ load: () => [{ id: 1, price }] })
    const socket = follow(hub)
    await pass(100)
    price = 2
    source.push(reload)
    await pass(100)
    expect(socket.rows.get(1)).toEqual({ id: 1, price: 2 })
    await end(hub, socket)
  })

  it('tries again when the rows do not load, while updates go on', async () => {
    let tries = 0
    const load = () => ((tries += 1) === 3 ? [{ id: 2, price: 1 }] : Promise.reject(new TypeError('no')))
    const { hub, source } = createHub({ load })
    const socket = follow(hub)
    await pass(0)
    source.push({ id: 1, price: 1 })
    await pass(5000)
    expect(tries).toBe(3)
    expect([...socket.rows.keys()]).toEqual([1, 2])
    await end(hub, socket)
  })

  it('begins anew what gives something else than rows, or rows that nobody knows', async () => {
    errors.length = 0
    const { hub, source } = createHub()
    const socket = follow(hub)
    for (const bad of ['text', [1], { price: 1 }] as never[]) {
      await pass(30_000)
      source.push(bad)
    }
    await pass(30_000)
    expect([source.begun(), errors.length, socket.messages]).toEqual([4, 3, []])
    await end(hub, socket)
  })

  it('does not try again what is refused for these parameters', async () => {
    errors.length = 0
    let tries = 0
    const subscribe = () => refuse(404, `no such ticker, asked ${(tries += 1)} times`)
    const { hub } = createHub({ subscribe })
    const loading = createHub({ load: () => refuse(404, `no such ticker, asked ${(tries += 1)} times`) })
    const sockets = [follow(hub), follow(loading.hub)] as const
    await pass(60_000)
    expect([tries, errors]).toEqual([2, Array(2).fill('widget "quotes" was refused')])
    await end(hub, sockets[0])
    await end(loading.hub, sockets[1])
  })

  it('goes on after rows that cannot be sent', async () => {
    errors.length = 0
    const { hub, source } = createHub()
    const socket = follow(hub)
    await pass(0)
    const circle: Record<string, unknown> = { id: 1 }
    circle['self'] = circle
    source.push(circle)
    await pass(100)
    source.push({ id: 2, size: 10n })
    await pass(100)
    expect([errors, socket.messages]).toEqual([
      ['widget "quotes" has rows that cannot be sent'],
      [[{ id: 2, size: 10 }]],
    ])
    await end(hub, socket)
  })

  it('keeps a subscription that looks at who is asking to the one it was begun for', async () => {
    const source = createSource<LiveFields>()
    const gates: (() => void)[] = []
    const { hub } = createHub({
      subscribe: async function* (_values, context) {
        yield { id: 'all', price: 1 }
        await new Promise<void>((resolve) => gates.push(resolve))
        yield { id: 'own', name: context.user?.id }
        yield* source.subscribe(context.signal)
      },
    })
    const [ann, bob] = [follow(hub, {}, 'ann'), follow(hub, {}, 'bob')]
    await pass(0)
    expect([hub.size, gates.length]).toEqual([1, 1])
    gates[0]!()
    await pass(100)
    expect([hub.size, gates.length]).toEqual([2, 2])
    const cid = follow(hub, {}, 'cid')
    await pass(0)
    gates[1]!()
    gates[2]!()
    await pass(200)
    expect([ann, bob, cid].map(({ rows }) => rows.get('own')?.['name'])).toEqual(['ann', 'bob', 'cid'])
    for (const socket of [ann, bob, cid]) hub.leave(socket)
    await pass(0)
    expect([hub.size, source.readers()]).toEqual([0, 0])
  })

  it('leaves everybody with the last state, whoever comes, goes, changes or reads slowly', async () => {
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.record({ do: fc.constant('push' as const), id: fc.nat(2), price: fc.nat(9) }) },
      fc.record({
        do: fc.constantFrom('join' as const, 'leave' as const, 'stall' as const, 'read' as const),
        who: fc.nat(3),
      }),
      fc.record({ do: fc.constant('wait' as const), time: fc.nat(300) }),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const truth = new Map<unknown, LiveFields>()
        const { hub, source } = createHub({ load: () => [...truth.values()] })
        const sockets = new Map<number, FakeSocket>()
        for (const one of steps) {
          if (one.do === 'push') {
            truth.set(one.id, { id: one.id, price: one.price })
            source.push({ id: one.id, price: one.price })
          } else if (one.do === 'wait') await pass(one.time)
          else if (one.do === 'join' && !sockets.has(one.who)) sockets.set(one.who, follow(hub))
          else if (one.do === 'leave') {
            hub.leave(sockets.get(one.who) ?? createSocket())
            sockets.delete(one.who)
          } else if (sockets.has(one.who)) sockets.get(one.who)!.bufferedAmount = one.do === 'stall' ? 1 : 0
        }
        for (const socket of sockets.values()) socket.bufferedAmount = 0
        await pass(200)
        for (const socket of sockets.values()) expect(socket.rows).toEqual(truth)
        await end(hub, ...sockets.values())
        expect(source.readers()).toBe(0)
      }),
      { numRuns: 60 },
    )
  })
})
