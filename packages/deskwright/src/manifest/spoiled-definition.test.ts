import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BackendOptions } from '../define/backend-options.ts'
import { isColumn } from '../define/columns/column.ts'
import { clock } from '../define/params/decoded.fixture.ts'
import { isParam } from '../define/params/param.ts'
import { isWidget } from '../define/widget.ts'
import { hasErrors } from '../errors/diagnostic.ts'
import { renderDiagnostics } from '../errors/render.ts'
import { createManifest } from './create-manifest.ts'
import { buildDesk, type Spoil } from './spoiled.fixture.ts'

const circular: Record<string, unknown> = {}
circular['self'] = circular

/** What plain JavaScript puts where something else belongs. */
const junk = [
  undefined,
  null,
  0,
  -1,
  1.5,
  1e9,
  Number.NaN,
  Infinity,
  10n,
  '',
  'x',
  '$symbol',
  '__proto__',
  true,
  false,
  [],
  [null],
  [[]],
  ['x'],
  {},
  { a: 1 },
  { value: 'x' },
  circular,
  () => 'x',
  URL,
  new Date(0),
  new Map([['a', 1]]),
  /x/,
  Promise.resolve([]),
]

test('the desk without spoiling has no errors', () => {
  expect(
    renderDiagnostics(
      createManifest(
        buildDesk((value) => value),
        clock,
      ).diagnostics,
    ),
  ).not.toContain('error')
})

test('whatever plain JavaScript puts anywhere, nothing throws, and what cannot be served is an error', () => {
  const total = countParts()
  const path = fc.array(fc.nat(7), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.nat(total - 1), path, fc.constantFrom(...junk), (part, steps, value) => {
      const { diagnostics, widgets, apps } = createManifest(buildDesk(spoilPart(part, steps, value)), clock)
      expect(renderDiagnostics(diagnostics)).toBeTypeOf('string')
      if (!hasErrors(diagnostics)) expect(JSON.stringify({ widgets, apps })).toBeTypeOf('string')
    }),
    { numRuns: 1500 },
  )
})

function countParts(): number {
  let total = 0
  buildDesk((value) => {
    total += 1
    return value
  })
  return total
}

/** Spoils the n-th part: at the place that `steps` lead to. */
function spoilPart(part: number, steps: readonly number[], value: unknown): Spoil {
  let index = -1
  return (given) => {
    index += 1
    return index === part ? (replace(given, steps, value) as typeof given) : given
  }
}

/** Copies plain objects and arrays on the way, so that what is shared stays what it is. */
function replace(given: unknown, [step, ...rest]: readonly number[], value: unknown): unknown {
  const made = [isParam, isColumn, isWidget].some((is) => is(given))
  if (step === undefined || made || typeof given !== 'object' || given === null) return value
  const keys = Object.keys(given)
  const key = keys[step % keys.length]
  if (key === undefined) return value
  const changed = replace((given as Record<string, unknown>)[key], rest, value)
  if (Array.isArray(given)) return given.map((one, index) => (String(index) === key ? changed : one))
  return { ...given, [key]: changed }
}

test.each<[string, unknown, string]>([
  ['no options at all', {}, 'the backend › name'],
  ['widgets left out', { name: 'x' }, 'the backend › widgets'],
  ['widgets as a list', { name: 'x', widgets: [] }, 'the backend › widgets'],
  ['apps that are no list', { name: 'x', widgets: {}, apps: {} }, 'the backend › apps'],
  ['a widget that is undefined', { name: 'x', widgets: { a: undefined } }, 'widget "a"'],
  ['a widget as the wire has it', { name: 'x', widgets: { a: { type: 'table', endpoint: 'a' } } }, 'widget "a"'],
])('%s is named', (_what, options, place) => {
  const { diagnostics } = createManifest(options as BackendOptions, clock)
  expect(renderDiagnostics(diagnostics)).toContain(place)
  expect(hasErrors(diagnostics)).toBe(true)
})
