import { expect, test } from 'vitest'
import { toTabIds } from './tab-ids.ts'

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
