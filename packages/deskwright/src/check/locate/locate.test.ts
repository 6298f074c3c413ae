import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinPath } from '../../spec/read/cursor.ts'
import { readSource, toTextOffset } from '../read-source.ts'
import type { Source } from '../source.ts'
import { toDocumentName } from '../to-document-name.ts'
import { toCodeFrame } from './code-frame.ts'
import { findDuplicates } from './find-duplicates.ts'
import { parsePath } from './parse-path.ts'
import { createPlaceFinder } from './place-finder.ts'
import { lineAt, toLines, toPosition } from './text-lines.ts'
import { toPointer } from './walk-json.ts'

const step = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a', 'a.b', '', '"', '[0]', '\\'), fc.nat(20))

test('a path is read as it was written', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 5 }), (steps) => {
      expect(parsePath(steps.reduce<string>(joinPath, ''))).toEqual(steps)
    }),
  )
})

test('a pointer keeps slashes and tildes', () => {
  expect(toPointer(['a/b', 0, '~'])).toBe('/a~1b/0/~0')
})

test('every place of a text is found where it stands, whatever was repaired before it', () => {
  const text = "\uFEFF// all\n{'a': [1, 'two', ], /* b */ 'b': {c: True}, }\n"
  const source: Source = { document: 'widgets', name: 'w.json', content: { text } }
  const { find } = createPlaceFinder(readSource(source))
  const shown = (...steps: (string | number)[]) => {
    const range = find(steps, 'value').range
    return text.slice(range?.offset, (range?.offset ?? 0) + (range?.length ?? 0))
  }
  expect(shown('a', 0)).toBe('1')
  expect(shown('a', 1)).toBe("'two'")
  expect(shown('b', 'c')).toBe('True')
  expect(find(['b', 'c'], 'key').range).toMatchObject({ line: 2, column: 35 })
})

test('offsets of a text that is JSON are its own', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, offset) => {
      const source = readSource({ document: 'widgets', name: 'w.json', content: { text } })
      expect(toTextOffset(source, offset)).toBe(offset)
    }),
  )
})

test('lines end as the text ends them', () => {
  const lines = toLines('a\r\nbc\rd\n')
  expect([1, 2, 3, 4].map((line) => lineAt(lines, line))).toEqual(['a', 'bc', 'd', ''])
  expect(toPosition(lines, 4)).toEqual({ line: 2, column: 2 })
})

test('a frame marks the place, and cuts long lines around it', () => {
  const text = `{\n${' '.repeat(300)}"type": "x",\n}`
  const place = { line: 2, column: 309, endLine: 2, endColumn: 312 }
  const [, line = '', marks = ''] = toCodeFrame(toLines(text), place).split('\n')
  expect(line.length).toBeLessThan(130)
  expect(line.slice(marks.indexOf('^'), marks.lastIndexOf('^') + 1)).toBe('"x"')
})

describe('keys that stand twice', () => {
  test('are found with the one that is lost', () => {
    const json = '{"a": {"b": 1, "c": [{"b": 2, "b": 3}], "b": 4}}'
    expect(findDuplicates(json, JSON.parse(json)).map(({ steps, offset }) => [steps, offset])).toEqual([
      [['a', 'c', 0, 'b'], 22],
      [['a', 'b'], 7],
    ])
  })

  test('are none in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = JSON.stringify(value)
        expect(findDuplicates(json, JSON.parse(json))).toEqual([])
      }),
    )
  })
})

test.each([
  [{ prices: { name: 'P', endpoint: 'p' } }, 'x.json', 'widgets'],
  [[{ name: 'P', endpoint: 'p' }], 'x.json', 'widgets'],
  [[{ name: 'Desk', tabs: {} }], 'widgets.json', 'apps'],
  [{ name: 'Desk', tabs: {} }, 'x.json', 'apps'],
  [{ desk: { name: 'Desk', tabs: {} } }, 'x.json', 'apps'],
  [{ helper: { endpoints: { query: '/q' } } }, 'x.json', 'agents'],
  [{}, 'templates.json', 'apps'],
  [{}, 'copilots.json', 'agents'],
  [[], 'x.json', 'apps'],
  [undefined, 'x.json', 'widgets'],
])('%j in %s is known by its shape', (value, file, document) => {
  expect(toDocumentName(value, file)).toBe(document)
})
