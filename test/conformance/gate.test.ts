import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findCitations, toPage } from './page.ts'
import { requirements } from './requirements.ts'

const citations = findCitations()
const ids = requirements.map(({ id }) => id)

test('every id is one requirement', () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  expect(ids.filter((id) => !/^[A-Z]+-\d{2}$/.test(id))).toEqual([])
})

test('every requirement is verified by a test', () => {
  expect(ids.filter((id) => !citations.has(id))).toEqual([])
})

test('every test cites a requirement that exists, and no two cite the same', () => {
  expect([...citations.keys()].filter((id) => !ids.includes(id))).toEqual([])
  expect([...citations].filter(([, files]) => files.length > 1)).toEqual([])
})

test('the page of requirements says what the tests say', () => {
  const file = join(import.meta.dirname, '../../docs/conformance.md')
  const page = toPage(citations)
  if (process.env['WRITE_DOCS'] === '1') writeFileSync(file, page)
  expect(readFileSync(file, 'utf8'), 'write it with WRITE_DOCS=1 npx vitest run test/conformance/gate').toBe(page)
})
