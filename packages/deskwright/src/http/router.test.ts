import { expect, test } from 'vitest'
import { findNearest } from '../internal/nearest.ts'
import { createRouter } from './router.ts'

const paths = ['/', '/a/b', '/a/{id}', '/a/{id}/c', '/files/{name}.{ext}', '/caf\u00e9 1', '/x.y']
const router = createRouter(new Map(paths.map((path) => [path, path])))

test('a plain path wins over one with a placeholder', () => {
  expect(router.find('/a/b')).toEqual({ target: '/a/b', captures: undefined })
  expect(router.find('/a/z')).toEqual({ target: '/a/{id}', captures: { id: 'z' } })
})

test('placeholders take whole segments or parts of one, decoded', () => {
  expect(router.find('/a/x%2Fy/c/')?.captures).toEqual({ id: 'x/y' })
  expect(router.find('//files//report.2026.pdf')?.captures).toEqual({ name: 'report.2026', ext: 'pdf' })
  expect(router.find('/a/100%')?.captures).toEqual({ id: '100%' })
})

test('letters that URLs encode match either way', () => {
  expect(router.find('/caf%C3%A9%201')?.target).toBe('/café 1')
  expect(router.find('/caf%c3%a9%201/')?.target).toBe('/café 1')
})

test('what is near is not the same', () => {
  for (const path of ['/a', '/A/b', '/a/b/c/d', '/xzy', '/files/report', '/a//c/c/c']) {
    expect([path, router.find(path)]).toEqual([path, undefined])
  }
})

test('a misspelt path is told its nearest, a strange one nothing', () => {
  expect(findNearest('/widget.json', ['/apps.json', '/widgets.json'])).toBe('/widgets.json')
  expect(findNearest('/Prices', ['/prices', '/price'])).toBe('/prices')
  expect(findNearest('/wp-admin/setup.php', ['/prices', '/apps.json'])).toBeUndefined()
  expect(findNearest(`/${'x'.repeat(10_000)}`, ['/prices'])).toBeUndefined()
})
