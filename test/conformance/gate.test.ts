import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findCitations, toPage } from './page.ts'
import { requirements } from './requirements.ts'
import { laterParts } from './section.ts'

const citations = findCitations()
const ids = requirements.map(({ id }) => id)
const left = requirements.filter(({ deferred }) => deferred !== undefined)

test('every id is one requirement', () => {
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  expect(ids.filter((id) => !/^[A-Z]+-\d{2}$/.test(id))).toEqual([])
})

test('every requirement is verified by a test, or left to a later part', () => {
  const verified = requirements.filter(({ deferred }) => deferred === undefined)
  expect(verified.map(({ id }) => id).filter((id) => !citations.has(id))).toEqual([])
})

test('no requirement is both verified and left to a later part', () => {
  expect(left.map(({ id }) => id).filter((id) => citations.has(id))).toEqual([])
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

test('what is left to later parts is said aloud', () => {
  const lines = Object.entries(laterParts).flatMap(([letter, what]) => {
    const entries = left.filter(({ deferred }) => deferred?.to === letter)
    return entries.length === 0 ? [] : [`${letter} (${what}): ${entries.map(({ id }) => id).join(' ')}`]
  })
  process.stdout.write(
    `${ids.length} requirements, ${citations.size} verified, ${left.length} left:\n  ${lines.join('\n  ')}\n`,
  )
  expect(citations.size + left.length).toBe(ids.length)
})
