import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bothWays } from './both-ways.fixture.ts'
import { anything, backendOf, echo, route } from './manifest.fixture.ts'

const names = ['a', 'b c', 'é', 'constructor', 'toString', 'raw', '100%', 'x[]']
const params = Object.fromEntries(names.map((name) => [name, echo()]))
const mirror = route({ path: '/mirror', methods: ['GET', 'POST'], params, answer: anything, load: (values) => values })

const text = fc.string({ unit: 'grapheme', maxLength: 20 }) // never half a surrogate pair, which no URL can carry
const queries = fc.dictionary(fc.constantFrom(...names), fc.array(text, { minLength: 1, maxLength: 3 }), {
  noNullPrototype: true,
})
const bodies = fc.dictionary(fc.constantFrom(...names, '__proto__'), fc.jsonValue({ maxDepth: 2 }), {
  noNullPrototype: true,
})

describe.each(bothWays)('by $way', ({ connect }) => {
  test('whatever a query says arrives, once as text, repeated as a list', async () => {
    const send = await connect(backendOf([mirror]).fetch)
    const check = async (query: Record<string, string[]>) => {
      const pairs = Object.entries(query).flatMap(([name, values]) => values.map((value) => [name, value]))
      const answer = await send(`/mirror?${new URLSearchParams(pairs).toString()}&unknown=1`)
      const expected = Object.entries(query).map(([name, values]) => [name, values.length === 1 ? values[0] : values])
      expect(await answer.json()).toEqual(Object.fromEntries(expected))
    }
    await fc.assert(fc.asyncProperty(queries, check), { numRuns: 50 })
  })

  test('whatever a body says arrives, whatever its content type and however often it was encoded', async () => {
    const send = await connect(backendOf([mirror]).fetch)
    const type = fc.constantFrom(
      'application/json',
      'text/plain;charset=UTF-8',
      'application/x-www-form-urlencoded',
      '',
    )
    const check = async (body: Record<string, unknown>, twice: boolean, contentType: string) => {
      const once = JSON.stringify(body)
      const answer = await send('/mirror', {
        method: 'POST',
        headers: { 'Content-Type': contentType },
        body: twice ? JSON.stringify(once) : once,
      })
      const { ['__proto__']: _ignored, ...expected } = body
      expect(await answer.json()).toEqual(JSON.parse(JSON.stringify(expected)))
    }
    await fc.assert(fc.asyncProperty(bodies, fc.boolean(), type, check), { numRuns: 50 })
  })

  test('a query wins over a body', async () => {
    const send = await connect(backendOf([mirror]).fetch)
    const check = async (query: Record<string, string[]>, body: Record<string, unknown>) => {
      const pairs = Object.entries(query).map(([name, values]) => [name, values[0] ?? ''])
      const target = `/mirror?${new URLSearchParams(pairs).toString()}`
      const answer = await send(target, { method: 'POST', body: JSON.stringify(body) })
      const { ['__proto__']: _ignored, ...known } = body
      expect(await answer.json()).toEqual(JSON.parse(JSON.stringify({ ...known, ...Object.fromEntries(pairs) })))
    }
    await fc.assert(fc.asyncProperty(queries, bodies, check), { numRuns: 50 })
  })

  test('whatever stands in a path arrives', async () => {
    const deep = route({ path: '/p q/{a}/é-{b c}.json', params, answer: anything, load: (values) => values })
    const send = await connect(backendOf([deep]).fetch)
    const part = text.filter((value) => !/^\.{0,2}$/.test(value))
    const check = async (a: string, b: string) => {
      const answer = await send(
        `/p%20q/${encodeURIComponent(a)}/${encodeURIComponent('é')}-${encodeURIComponent(b)}.json`,
      )
      expect(await answer.json()).toEqual({ a, 'b c': b })
    }
    await fc.assert(fc.asyncProperty(part, part, check), { numRuns: 50 })
  })

  test('any bytes at all get an answer below 500', async () => {
    const send = await connect(backendOf([mirror]).fetch)
    const check = async (query: string, body: Uint8Array<ArrayBuffer>) => {
      const answer = await send(`/mirror?${query.replace(/[^\x21-\x7e]|#/g, '%')}`, { method: 'POST', body })
      expect(answer.status).toBeLessThan(500)
    }
    await fc.assert(fc.asyncProperty(fc.string(), fc.uint8Array(), check), {
      numRuns: 50,
    })
  })
})
