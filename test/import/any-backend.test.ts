import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { readDocuments, type Diagnostic } from 'deskwright/spec'
import { afterAll, expect, test } from 'vitest'
import { anyBackend, type AnyBackend } from '../../packages/deskwright/src/check/any-backend.fixture.ts'
import { importBackend } from '../../packages/deskwright/src/import/import-backend.ts'
import { compile, findUntold, load, scratch } from './imported.ts'

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
  await mkdir(scratch, { recursive: true })
  const samples = fc.sample(backends, { numRuns: 100, seed: 8 })
  const untold: unknown[] = []
  for (const [index, documents] of samples.entries()) {
    const reading = readDocuments(documents)
    const { text, diagnostics } = importBackend(reading, { name: 'Any', base: 'http://127.0.0.1:7779/' })
    const file = join(scratch, `any-${index}.ts`)
    await writeFile(file, text)
    const backend = await load({ file, text, findings: diagnostics })
    const errors = backend.manifest.diagnostics.filter(({ severity }: Diagnostic) => severity === 'error')
    const differences = [...findUntold(reading, backend, diagnostics), ...errors]
    if (differences.length > 0) untold.push(file, differences)
  }
  expect(untold).toEqual([])
  expect(await compile()).toBe('')
})
