import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  createTestDatabase,
  type TestDatabase,
} from '../../packages/deskwright/src/sql/postgres/test-database.fixture.ts'

const schema = `orders_${process.pid}`
let home: TestDatabase
let fetch: (request: Request) => Response | Promise<Response>
let close: () => Promise<void>
let findings: readonly unknown[]

beforeAll(async () => {
  home = await createTestDatabase()
  Object.assign(process.env, { DATABASE_URL: home.url, ORDERS_SCHEMA: schema })
  await promisify(execFile)(process.execPath, [fileURLToPath(new URL('seed.js', import.meta.url))])
  const { default: backend } = await import('./backend.ts')
  const { db, pool } = await import('./store.ts')
  findings = backend.manifest.diagnostics
  fetch = backend.fetch
  close = async () => void (await Promise.all([db.close(), pool.end()]))
})

afterAll(async () => {
  await close()
  await home.run(`drop schema ${schema} cascade`)
  await home.remove()
})

interface OrderRow {
  readonly id: number
  readonly version: number
  readonly symbol: string
  readonly quantity: number
}

const ask = async <T>(path: string): Promise<T> =>
  (await fetch(new Request(`http://desk.test/${path}`))).json() as Promise<T>
const rows = () => ask<OrderRow[]>('widgets/orders')
const submit = async (form: Record<string, unknown>) => {
  const { orders } = await ask<{ orders: { params: { endpoint: string }[] } }>('widgets.json')
  const response = await fetch(
    new Request(`http://desk.test/${orders.params[0]?.endpoint}`, { method: 'POST', body: JSON.stringify(form) }),
  )
  return {
    status: response.status,
    body: (await response.json()) as { error?: string; detail?: string; fields?: object },
  }
}
const order = { symbol: 'GOOG', side: 'buy', quantity: 5, price: 707, save: true }

describe('the order blotter', () => {
  it('has nothing to complain about', () => {
    expect(findings).toEqual([])
  })

  it('adds, changes and deletes', async () => {
    expect((await submit(order)).status).toBe(200)
    const { id, version } = (await rows()).at(-1)!
    expect((await submit({ ...order, seen: `${id}@${version}`, quantity: 6 })).status).toBe(200)
    expect((await rows()).at(-1)).toMatchObject({ id, symbol: 'GOOG', quantity: 6, price: 707, version: 2 })
    expect((await submit({ seen: `${id}@2`, erase: true })).status).toBe(200)
    expect((await rows()).map((row) => row.id)).not.toContain(id)
  })

  it('says what is wrong with an order, all of it at once, and keeps nothing of it', async () => {
    const before = await rows()
    const { status, body } = await submit({ symbol: 'goog', quantity: -1, price: 0, save: true })
    expect(status).toBe(400)
    expect(body.error).toBe('Symbol: One to eight capitals.\nQuantity: A whole number above zero.\nPrice: Above zero.')
    expect(body.detail).toBe(body.error)
    expect(body.fields).toEqual({
      symbol: 'One to eight capitals.',
      quantity: 'A whole number above zero.',
      price: 'Above zero.',
    })
    expect(await rows()).toEqual(before)
  })

  it('holds exactly what was accepted after two hundred submits at once', async () => {
    const before = await rows()
    const first = before[0]!
    const adds = Array.from({ length: 100 }, (_, index) => submit({ ...order, symbol: 'ADDED', quantity: index + 1 }))
    const changes = Array.from({ length: 100 }, (_, index) =>
      submit({ ...order, seen: `${first.id}@${first.version}`, quantity: 1000 + index }),
    )
    const added = await Promise.all(adds)
    const changed = await Promise.all(changes)
    expect(added.every(({ status }) => status === 200)).toBe(true)
    const winners = changed.flatMap(({ status }, index) => (status === 200 ? [index] : []))
    expect(winners).toHaveLength(1)
    expect(changed.filter(({ status }) => status === 400)).toHaveLength(99)
    const after = await rows()
    expect(
      after
        .filter((row) => row.symbol === 'ADDED')
        .map((row) => row.quantity)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 100 }, (_, index) => index + 1))
    expect(after.find((row) => row.id === first.id)).toMatchObject({ quantity: 1000 + winners[0]!, version: 2 })
    expect(after).toHaveLength(before.length + 100)
  })
})
