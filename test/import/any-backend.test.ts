import { rm } from 'node:fs/promises'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { anyBackend, type AnyBackend } from '../../packages/deskwright/src/check/any-backend.fixture.ts'
import { compile, importDocuments, scratch } from './imported.ts'

afterAll(() => rm(scratch, { recursive: true, force: true }))

/** Ids that are no identifiers, that JavaScript or the module has a meaning for, that collide, or that break out of texts. */
const oddIds = [
  'class',
  'table',
  'ask',
  'a-b',
  'a_b',
  "it's `${a}`",
  '日本 🎉',
  '2y',
  'a\nb\u2028*/',
  'constructor',
  '"\\',
]

/** The same backend with other ids. */
function withIds(backend: AnyBackend, others: readonly string[]): AnyBackend {
  const ids = new Map(Object.keys(backend.widgets).map((id, index) => [id, others[index] ?? id]))
  const rename = (text: string) => text.replaceAll(/any_[a-z]+/g, (id) => ids.get(id) ?? id)
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return rename(value)
    if (Array.isArray(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [rename(key), walk(one)]))
  }
  return walk(backend) as AnyBackend
}

/** A form, in a widget of its own. */
const anyForm = fc
  .tuple(fc.string({ unit: 'grapheme', minLength: 1 }), fc.constantFrom('POST', 'PUT'), fc.constantFrom('rows', 'add'))
  .map(([text, method, endpoint]) => ({
    name: text,
    description: text,
    endpoint: 'rows',
    params: [
      {
        paramName: 'add',
        type: 'form',
        method,
        endpoint,
        inputParams: [
          { paramName: 'name', type: 'text', label: text, value: text },
          { paramName: 'book', type: 'endpoint', optionsEndpoint: 'books', optionsParams: { of: text, desk: 7 } },
          { paramName: 'save', type: 'button', label: text, value: true },
        ],
      },
    ],
  }))

const backends = fc.tuple(anyBackend, anyForm, fc.shuffledSubarray(oddIds)).map(([backend, form, ids]) => {
  const { widgets, ...rest } = withIds(backend, ids)
  return { ...rest, widgets: { ...widgets, form } }
})

test('whatever a valid backend says, its module type-checks and says the same', async () => {
  const untold: string[] = []
  for (const [index, documents] of fc.sample(backends, { numRuns: 100, seed: 8 }).entries()) {
    untold.push(...(await importDocuments(`any-${index}`, documents)))
  }
  expect(untold).toEqual([])
  expect(await compile()).toBe('')
})
