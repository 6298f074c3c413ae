import { expect, test } from 'vitest'
import { type CatalogueEntry, type CatalogueFilter, filterCatalogue } from './catalogue-entries.ts'

const toEntry = (id: string, extra: Partial<CatalogueEntry['widget']>): CatalogueEntry => ({
  id,
  backend: 'http://desk',
  backendName: 'Desk',
  widget: { name: id, description: '', type: 'table', endpoint: id, ...extra },
})
const entries = [
  toEntry('bond_screener', { category: 'Fixed Income', description: 'Corporate bonds with yields', source: ['House'] }),
  toEntry('prices', { category: 'Equity', subCategory: 'History' }),
  toEntry('about', {}),
]
const find = (filter: Partial<CatalogueFilter>) =>
  filterCatalogue(entries, { text: '', category: '', source: '', ...filter }).map(({ id }) => id)

test('every word of the text has to stand somewhere', () => {
  expect(find({ text: 'YIELDS bonds' })).toEqual(['bond_screener'])
  expect(find({ text: 'history' })).toEqual(['prices'])
  expect(find({ text: 'bonds history' })).toEqual([])
})

test('category and source narrow the list; what has no category is in Other', () => {
  expect(find({ category: 'Other' })).toEqual(['about'])
  expect(find({ source: 'House' })).toEqual(['bond_screener'])
  expect(find({})).toHaveLength(3)
})
