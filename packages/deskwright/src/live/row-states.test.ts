import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowStates, type LiveFields } from './row-states.ts'

const update = fc.record(
  { venue: fc.constantFrom('X', 'Y'), symbol: fc.constantFrom('A', 'B', 'C'), price: fc.nat(3), size: fc.nat(3) },
  { requiredKeys: ['venue', 'symbol'] },
)
const rowId = ['venue', 'symbol']
const toKey = (row: LiveFields) => `${String(row['venue'])} ${String(row['symbol'])}`
const create = () => new RowStates('widget "quotes"', rowId)

type Shown = Map<string, LiveFields>

/** What a grid shows after some rows. */
function show(shown: Shown, rows: readonly LiveFields[]): Shown {
  for (const row of rows) shown.set(toKey(row), { ...shown.get(toKey(row)), ...row })
  return shown
}

describe('the states of rows', () => {
  it('bring everybody up to date, whenever and however seldom they ask', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.array(update), fc.nat(2))), (steps) => {
        const states = create()
        const truth: Shown = new Map()
        const clients = [0, 1, 2].map(() => ({ version: 0, shown: new Map() as Shown }))
        const ask = (client: (typeof clients)[number]) => {
          show(client.shown, states.since(client.version))
          client.version = states.version
          expect(client.shown).toEqual(truth)
        }
        for (const [rows, asks] of steps) {
          states.apply(rows)
          show(truth, rows)
          if (asks < 2) ask(clients[asks]!)
        }
        for (const client of clients) ask(client)
      }),
    )
  })

  it('say each row once, and only the fields that differ', () => {
    fc.assert(
      fc.property(fc.array(fc.array(update)), fc.uniqueArray(update, { selector: toKey }), (before, after) => {
        const states = create()
        const shown: Shown = new Map()
        for (const rows of before) {
          states.apply(rows)
          show(shown, rows)
        }
        const { version } = states
        states.apply(after)
        const changes = states.since(version)
        expect(new Set(changes.map(toKey)).size).toBe(changes.length)
        for (const change of changes) expect(show(new Map(shown), [change])).not.toEqual(shown)
        expect(changes.length > 0).toBe(states.version > version)
      }),
    )
  })

  it('keep what changed while rows were loaded', () => {
    const states = create()
    const id = { venue: 'X', symbol: 'A' }
    states.apply([{ ...id, price: 1, size: 1 }])
    const begun = states.version
    states.apply([{ ...id, price: 2 }])
    states.apply([{ ...id, price: 1, size: 5, name: 'Alpha' }], begun)
    expect(states.since(0)).toEqual([{ ...id, price: 2, size: 5, name: 'Alpha' }])
  })

  it('take an object for changed, since it may have changed inside', () => {
    const states = create()
    const history = [1]
    const row = { venue: 'X', symbol: 'A', history }
    states.apply([row])
    const { version } = states
    states.apply([row])
    expect(states.since(version)).toEqual([row])
  })

  it('tell a row that does not say which it is', () => {
    expect(() => create().apply([{ venue: 'X', price: 1 }])).toThrow(
      'widget "quotes" tells its rows apart by venue and symbol, but a row has only venue, price.',
    )
  })

  it('forget those that changed least recently, when there are more than any grid shows', () => {
    const states = new RowStates('widget "trades"', ['id'])
    states.apply(Array.from({ length: 50_000 }, (_, id) => ({ id, price: 1 })))
    states.apply([{ id: 0, price: 2 }])
    expect(states.apply([{ id: 'new' }])).toBe(1)
    expect(states.size).toBe(50_000)
    const known = new Set(states.since(0).map(({ id }) => id))
    expect([known.has(0), known.has(1), known.has('new')]).toEqual([true, false, true])
  })
})
