import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import faults from '../../golden/faults/definition.ts'
import type { BackendOptions } from '../define/backend-options.ts'
import { clock } from '../define/params/decoded.fixture.ts'
import { definitionErrors } from '../errors/catalogue/definition.ts'
import { renderDiagnostics } from '../errors/render.ts'
import { createManifest } from './create-manifest.ts'

const file = fileURLToPath(new URL('../../golden/faults/diagnostics.txt', import.meta.url))
const cases = Object.entries<BackendOptions>(faults)

test.each(cases)('%s is the only finding', (name, options) => {
  const { diagnostics } = createManifest(options, clock)
  expect(
    renderDiagnostics(diagnostics)
      .split('\n')
      .filter((line) => /^\w/.test(line)),
  ).toHaveLength(1)
  expect(diagnostics[0]?.code).toBe(name.split(' ')[0])
})

test('every finding about definitions has a case', () => {
  const codes = new Set(cases.map(([name]) => name.split(' ')[0]))
  expect(Object.keys(definitionErrors).filter((code) => !codes.has(code))).toEqual([])
})

test('golden faults', () => {
  const reports = cases.map(
    ([name, options]) => `# ${name}\n${renderDiagnostics(createManifest(options, clock).diagnostics)}\n`,
  )
  const text = reports.join('\n')
  if (process.env['GOLDEN'] === 'write') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
})
