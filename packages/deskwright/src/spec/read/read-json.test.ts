import { expect, test } from 'vitest'
import { readJson } from './read-json.ts'

test('JSON is parsed, with a byte order mark or without', () => {
  expect(readJson('{"a": 1}', 'widgets.json')).toEqual({ document: { a: 1 }, diagnostics: [] })
  expect(readJson('\uFEFF{"a": 1}', 'widgets.json')).toEqual({ document: { a: 1 }, diagnostics: [] })
})

test.each([
  ['', 'Line 1, column 1: the end of the text came; allowed: a value.'],
  ['// widgets\n{}', 'Line 1, column 1: a comment ("//") came; allowed: a value.'],
  ['{\n  "a": 1,\n}', 'Line 3, column 1: a closing bracket ("}") came; allowed: a key in double quotes.'],
  ['[1, 2,]', 'Line 1, column 7: a closing bracket ("]") came; allowed: a value.'],
  ["{'a': 1}", `Line 1, column 2: a single quote ("'a':") came; allowed: a key in double quotes or }.`],
  ['{"a" 1}', 'Line 1, column 6: "1}" came; allowed: :.'],
  ['{"a": 1\n "b": 2}', 'Line 2, column 2: a text ("\\"b\\":") came; allowed: , or }.'],
  ['{"a": NaN}', 'Line 1, column 7: a number JSON does not have ("NaN}") came; allowed: a value.'],
  ['{"a": True}', 'Line 1, column 7: a word of Python ("True}") came; allowed: a value.'],
  ['<!doctype html>', 'Line 1, column 1: HTML ("<!doctype") came; allowed: a value.'],
  ['{"a": "x\ny"}', 'Line 1, column 7: a text ("\\"x") came; allowed: a value.'],
  ['{} {}', 'Line 1, column 4: "{}" came; allowed: the end of the text.'],
  ['{"a": 01}', 'Line 1, column 7: "01}" came; allowed: a value.'],
  ['{"a": [1', 'Line 1, column 9: the end of the text came; allowed: , or ].'],
])('%j is refused with its place', (text, message) => {
  expect(readJson(text, 'apps.json')).toEqual({
    diagnostics: [expect.objectContaining({ severity: 'error', code: 'json-unreadable', where: 'apps.json', message })],
  })
})
