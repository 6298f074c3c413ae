import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scanJson } from './scan-json.ts'

/** Repairs a text, and reads what comes out. */
function repair(text: string): unknown {
  const slips = [...scanJson(text)]
  if (slips.some((slip) => slip.repair === undefined)) return 'lost'
  const repaired = slips.reduceRight((json, { repair }) => {
    if (repair === undefined) return json
    return json.slice(0, repair.offset) + repair.text + json.slice(repair.offset + repair.length)
  }, text)
  return JSON.parse(repaired)
}

test('JSON has no slip', () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 2), (json, indent) => {
      expect([...scanJson(JSON.stringify(JSON.parse(json), undefined, indent))]).toEqual([])
    }),
  )
})

test('what JSON.parse refuses has one, and what is repaired can be parsed', () => {
  const piece = fc.constantFrom(
    ...Array.from('{}[]:,"\'\\/#x1-. \n\u0001'),
    '"a"',
    "'b'",
    '{"a":1}',
    'NaN',
    '// c\n',
    '/* d */',
    '1e5',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('')
      const isJson = (() => {
        try {
          JSON.parse(text)
          return true
        } catch {
          return false
        }
      })()
      expect([...scanJson(text)].length === 0).toBe(isJson)
      repair(text)
    }),
    { numRuns: 2000 },
  )
})

test.each([
  ['// widgets\n{"a": 1} // end', { a: 1 }, 2],
  ['{\n  # Python\n  "a": /* one */ 1\n}', { a: 1 }, 2],
  ['{"a": [1, 2, ], }', { a: [1, 2] }, 2],
  ['{"a": [1, // last\n]}', { a: [1] }, 2],
  [`{'a': 'it\\'s "b"'}`, { a: `it's "b"` }, 2],
  ['{a: 1, $b-c: 2}', { a: 1, '$b-c': 2 }, 2],
  [
    '{"a": NaN, "b": -Infinity, "c": True, "d": None, "e": undefined}',
    { a: null, b: null, c: true, d: null, e: null },
    5,
  ],
  ['{"a": 1\n "b": [1 2]}', { a: 1, b: [1, 2] }, 2],
  ['{"a" 1}', { a: 1 }, 1],
  ['{"a": .5, "b": +1, "c": 01, "d": 0x10}', { a: 0.5, b: 1, c: 1, d: 16 }, 4],
  ['{"a": "x\ny", "b": "C:\\data"}', { a: 'x\ny', b: 'C:\\data' }, 2],
])('%j has a clear sense', (text, value, slips) => {
  expect(repair(text)).toEqual(value)
  expect([...scanJson(text)]).toHaveLength(slips)
})

test.each(['', '{"a": 1', '<!doctype html>', '{"a": }', '{} {}', '{"a": "x}\n"b": 1}', '[1}', '{"a": nope}'])(
  '%j has none: the last slip has no repair',
  (text) => {
    expect([...scanJson(text)].at(-1)).not.toHaveProperty('repair')
  },
)
