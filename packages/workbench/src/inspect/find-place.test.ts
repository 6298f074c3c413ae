import { readDocuments } from 'deskwright/spec'
import { expect, test } from 'vitest'
import { findPlace, parsePath } from './find-place.ts'

const widgets = {
  prices: { name: 'Prices', description: 'x', type: 'tabel', endpoint: 'p', params: [{ paramName: 'a', type: 'txt' }] },
}
const apps = [
  { name: 'My desk', tabs: { 'tab one': { name: 'One', layout: [{ i: 'prices', x: 0, y: 0, w: 99, h: 4 }] } } },
]
const received = {
  'widgets.json': { url: '', status: 200, json: widgets },
  'apps.json': { url: '', status: 200, json: apps },
}
const { diagnostics } = readDocuments({ widgets, apps })

test('every finding of a document has its place in it', () => {
  expect(diagnostics.length).toBeGreaterThan(2)
  for (const finding of diagnostics) expect(findPlace(finding, received), JSON.stringify(finding)).toBeDefined()
})

test('the place shows what is there', () => {
  const finding = diagnostics.find(({ path }) => path === 'params[0].type')
  expect(finding && findPlace(finding, received)).toEqual({
    document: 'widgets.json',
    steps: ['prices', 'params', '0', 'type'],
    excerpt: '{\n  "type": "txt"\n}',
  })
})

test('paths are read as they are written', () => {
  expect(parsePath('tabs["my tab"].layout[2].x')).toEqual(['tabs', 'my tab', 'layout', '2', 'x'])
  expect(parsePath('')).toEqual([])
})
