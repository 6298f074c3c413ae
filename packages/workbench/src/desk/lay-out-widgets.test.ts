import type { AcceptedWidgets } from 'deskwright/spec'
import { expect, test } from 'vitest'
import { countIds } from './desk.fixture.ts'
import { layOutWidgets } from './lay-out-widgets.ts'
import { overlaps } from './rect.ts'

const base = { name: 'Widget', description: 'A widget', type: 'table', endpoint: 'data' } as const
const widgets: AcceptedWidgets = {
  prices: { ...base, category: 'Equity', gridData: { w: 30, h: 8 } },
  news: { ...base, category: 'Equity', gridData: { w: 30, h: 8 } },
  about: base,
}

test('every widget of a backend has a place on the tab of its category', () => {
  const { tabs } = layOutWidgets('All', 'http://desk', widgets, countIds())
  expect(tabs.map(({ name, items }) => [name, items.map(({ widget }) => widget)])).toEqual([
    ['Equity', ['prices', 'news']],
    ['Other', ['about']],
  ])
  const [prices, news] = tabs[0]!.items
  expect(overlaps(prices!, news!)).toBe(false)
})

test('a backend without widgets has an empty desk', () => {
  expect(layOutWidgets('All', 'http://desk', {}, countIds()).tabs).toEqual([{ id: '', name: '', items: [] }])
})
