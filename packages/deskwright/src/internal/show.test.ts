import { expect, test } from 'vitest'
import { show } from './show.ts'

const circular: Record<string, unknown> = {}
circular['self'] = circular

test.each([
  [undefined, 'absent'],
  [null, 'null'],
  ['a"b', '"a\\"b"'],
  [7, '7'],
  [Number.NaN, 'null'],
  [7n, '7n'],
  [{ a: [1] }, '{"a":[1]}'],
  [{ a: 7n }, 'an object that JSON cannot hold'],
  [circular, 'an object that JSON cannot hold'],
  [() => 1, 'a function'],
  [URL, 'a function'],
  [Symbol('s'), 'a symbol'],
  ['x'.repeat(80), `"${'x'.repeat(56)}…`],
])('%o is shown as %s', (value, text) => {
  expect(show(value)).toBe(text)
})
