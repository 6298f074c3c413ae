import { expect, test } from 'vitest'
import { toSlug } from './slug.ts'

test.each([
  ['Portfolio Price & Performance', 'portfolio-price--performance'],
  ['  Equity desk ', 'equity-desk'],
  ['Überblick', 'überblick'],
  ['a_b-c', 'a_b-c'],
  ['!!!', ''],
])('%j becomes %j', (name, slug) => {
  expect(toSlug(name)).toBe(slug)
})
