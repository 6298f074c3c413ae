import { expect, it } from 'vitest'
import { toBackendPath } from './create-loader.ts'

it.each([
  ['http://127.0.0.1:7779/rows.json?a=1', 'http://127.0.0.1:7779', 'rows.json?a=1'],
  ['http://127.0.0.1:7779/desk/rows.csv', 'http://127.0.0.1:7779/desk/', 'rows.csv'],
  ['http://127.0.0.1:7779/other/rows.csv', 'http://127.0.0.1:7779/desk', undefined],
  ['http://127.0.0.1:7780/rows.json', 'http://127.0.0.1:7779', undefined],
  ['http://127.0.0.1:7779@evil.test/rows.json', 'http://127.0.0.1:7779', undefined],
  ['//evil.test/rows.json', 'http://127.0.0.1:7779', undefined],
  ['data/cars.json', 'http://127.0.0.1:7779', undefined],
  ['file:///etc/passwd', 'http://127.0.0.1:7779', undefined],
])('%s of %s is %s', (uri, base, path) => {
  expect(toBackendPath(uri, base)).toBe(path)
})
