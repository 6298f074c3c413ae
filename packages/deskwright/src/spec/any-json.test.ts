import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agentsSchema } from './agents/agent.ts'
import { appsSchema } from './apps/app.ts'
import { desk } from './desk.fixture.ts'
import { readDocuments } from './read-documents.ts'
import { readJson } from './read/read-json.ts'
import { listPaths, replaceAt } from './replace-at.fixture.ts'
import { widgetsSchema } from './widgets/widget.ts'

const json = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom('', 'true', '12', '2026-01-01', 'table', null, {}, [], [[]], -1, 1e308, 'constructor', 'toString'),
  fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'name', 'type', 'params', 'data', 'i'), fc.jsonValue()),
)

/** The desk with one place or several replaced by anything. */
const brokenDesk = fc
  .array(fc.tuple(fc.constantFrom(...listPaths(desk).slice(1)), json), { minLength: 1, maxLength: 3 })
  .map((changes) => changes.reduce<unknown>((document, [path, value]) => tryReplace(document, path, value), desk))

function tryReplace(document: unknown, path: readonly (string | number)[], value: unknown): unknown {
  try {
    return replaceAt(document, path, value)
  } catch {
    return document
  }
}

describe('any JSON', () => {
  test('is read without a crash, and every finding says where', () => {
    fc.assert(
      fc.property(json, json, json, (widgets, apps, agents) => {
        for (const finding of readDocuments({ widgets, apps, agents }).diagnostics) {
          expect(finding.where).not.toBe('')
          expect(finding.message).not.toContain('undefined')
        }
      }),
      { numRuns: 300 },
    )
  })

  test('in the place of a part of a backend leaves the rest readable, and what was read stays as it is when read again', () => {
    fc.assert(
      fc.property(brokenDesk, (broken) => {
        const { diagnostics, ...first } = readDocuments(broken as object)
        expect(diagnostics.every(({ message, hint }) => message !== '' && hint !== '')).toBe(true)
        const { diagnostics: _again, ...second } = readDocuments(first)
        expect(second).toEqual(first)
      }),
      { numRuns: 300 },
    )
  })

  test('that is read without a finding is what we may emit', () => {
    fc.assert(
      fc.property(brokenDesk, (broken) => {
        const { diagnostics, widgets = {}, apps = [], agents = {} } = readDocuments(broken as object)
        if (diagnostics.length > 0) return
        expect(widgetsSchema.safeParse(widgets).error).toBeUndefined()
        expect(appsSchema.safeParse(apps).error).toBeUndefined()
        expect(agentsSchema.safeParse(agents).error).toBeUndefined()
      }),
      { numRuns: 800 },
    )
  })
})

describe('any text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.tuple(fc.json(), fc.nat(), fc.string({ maxLength: 3 })).map(([whole, at, change]) => {
      const place = at % (whole.length + 1)
      return whole.slice(0, place) + change + whole.slice(place + 1)
    }),
  )

  const parse = (came: string): { document: unknown } | undefined => {
    try {
      return { document: JSON.parse(came) as unknown }
    } catch {
      return undefined
    }
  }

  test('is JSON, or says at which line and column it stops being JSON', () => {
    fc.assert(
      fc.property(text, (came) => {
        const { document, diagnostics } = readJson(came, 'widgets.json')
        const parsed = parse(came.replace(/^\uFEFF/, ''))
        const placed = diagnostics.map(({ message }) => /^Line \d+, column \d+: .+ came; allowed: .+\.$/s.test(message))
        expect({ document, placed }).toEqual(parsed === undefined ? { placed: [true] } : { ...parsed, placed: [] })
      }),
      { numRuns: 500 },
    )
  })

  test('of any depth is no danger', () => {
    const { diagnostics } = readJson('['.repeat(200_000), 'apps.json')
    expect(diagnostics[0]?.message).toBe('Line 1, column 200001: the end of the text came; allowed: a value or ].')
  })
})
