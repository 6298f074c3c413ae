import { expect, test } from 'vitest'
import { toSlug, toTabIds } from './slug.ts'

test.each([
  ['Portfolio Price & Performance', 'portfolio-price--performance'],
  ['  Equity   desk ', 'equity-desk'],
  ['Überblick', 'überblick'],
  ['a_b-c', 'a_b-c'],
  ['!!!', ''],
])('%j becomes %j', (name, slug) => {
  expect(toSlug(name)).toBe(slug)
})

test('tabs have ids of their own, whatever their names', () => {
  expect(toTabIds(['Overview', 'overview', 'Over view', 'OVERVIEW!'])).toEqual([
    'overview',
    'overview-2',
    'over-view',
    'overview-3',
  ])
  expect(toTabIds(['2026', '(2026)', '!', '?'])).toEqual(['tab-2026', 'tab-2026-2', 'tab-', 'tab--2'])
})

test('a tab without a name is the one without a bar', () => {
  expect(toTabIds([''])).toEqual([''])
})
