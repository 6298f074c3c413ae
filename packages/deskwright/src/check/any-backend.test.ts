import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyBackend, type AnyBackend } from './any-backend.fixture.ts'
import { checkSources } from './check-sources.ts'
import type { Report } from './report.ts'
import { rules } from './rules/rules.ts'
import type { DocumentName } from './source.ts'

function checkAsText(documents: object): Report {
  const sources = Object.entries(documents).map(([document, value]: [string, unknown]) => ({
    document: document as DocumentName,
    name: `${document}.json`,
    content: { text: typeof value === 'string' ? value : JSON.stringify(value) },
  }))
  return checkSources('any', sources)
}

test('a thousand backends without a problem have no finding', () => {
  fc.assert(
    fc.property(anyBackend, (documents) => {
      expect(checkAsText(documents).findings).toEqual([])
    }),
    { numRuns: 1000 },
  )
})

/** The rules whose bad example can be added to a backend; the others are about whole documents. */
const faults = Object.entries(rules).flatMap(([code, { bad }]) => {
  const { widgets = {}, apps = [], agents = {} } = bad?.documents ?? {}
  const isWhole = [widgets, apps, agents].some((document) => typeof document === 'string') || Array.isArray(widgets)
  return bad === undefined || isWhole ? [] : [[code, { widgets, apps, agents } as AnyBackend] as const]
})

describe('in a backend without a problem', () => {
  test.each(faults)('%s is exactly what is found when it is the only fault, at its place', (code, fault) => {
    fc.assert(
      fc.property(anyBackend, ({ widgets, apps, agents }) => {
        const whole = {
          widgets: { ...widgets, ...fault.widgets },
          apps: [...apps, ...fault.apps],
          agents: { ...agents, ...fault.agents },
        }
        const { findings } = checkAsText(whole)
        expect(findings.map((finding) => finding.code)).toEqual([code])
        const pointer = findings[0]?.place?.pointer ?? ''
        const isFault = Object.keys({ ...fault.widgets, ...fault.agents }).some((id) => pointer.startsWith(`/${id}`))
        expect(isFault || Number(pointer.split('/')[1]) >= apps.length).toBe(true)
      }),
      { numRuns: 20 },
    )
  })
})
