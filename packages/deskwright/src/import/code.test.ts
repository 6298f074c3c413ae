import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { print, quote, toArray, toCall, toLiteral, toObject } from './code.ts'

/** What code is worth. */
function evaluate(code: string): unknown {
  return runInNewContext(`'use strict'; (${code}\n)`)
}

describe('text', () => {
  test.each([
    ['plain', "'plain'"],
    ["it's", '"it\'s"'],
    ['say "hi"', '\'say "hi"\''],
    ['it\'s "so"', '"it\'s \\"so\\""'],
    ['`${x}`', "'`${x}`'"],
    ['a\nb\tc\\', "'a\\nb\\tc\\\\'"],
    ['\u2028\u2029', "'\\u2028\\u2029'"],
    ['日本 🎉', "'日本 🎉'"],
    ['\ud800', "'\\ud800'"],
  ])('%j is written %s', (text, written) => {
    expect(quote(text)).toBe(written)
    expect(evaluate(written)).toBe(text)
  })

  test('is on one line, and stays what it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(quote(text)).not.toMatch(/[\n\r\u2028\u2029]/)
        expect(evaluate(quote(text))).toBe(text)
      }),
    )
  })
})

test('any JSON value is written so that reading it gives the value, wherever it stands', () => {
  const anyKey = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('__proto__', 'class', 'a-b', '1', "'", '${'))
  const anyValue = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
      fc.constantFrom(true, false, null),
      fc.array(tie('value')),
      fc.dictionary(anyKey, tie('value')),
    ),
  })).value
  fc.assert(
    fc.property(anyValue, fc.nat(20), (value, indent) => {
      const json = JSON.stringify(value)
      expect(JSON.stringify(evaluate(print(toLiteral(value), indent)))).toBe(json)
    }),
  )
})

test('code that fits is on one line, and breaks where it does not', () => {
  const long = 'x'.repeat(60)
  expect(print(toObject({ a: '1', b: undefined, 'c-d': toArray(['2', '3']), e: 'e' }))).toBe(
    "{ a: 1, 'c-d': [2, 3], e }",
  )
  expect(print(toObject({}))).toBe('{}')
  expect(print(toCall('table', [toObject({ name: quote(long), title: quote(long) })]))).toBe(
    `table({\n  name: '${long}',\n  title: '${long}',\n})`,
  )
  expect(print(toCall('param.text', [quote(long), toObject({ value: quote(long) })]))).toBe(
    `param.text('${long}', {\n  value: '${long}',\n})`,
  )
})

test('comments stand above what they are about', () => {
  const code = { open: '{', parts: [{ key: 'a', value: '1', comments: ['one', 'two'] }], close: '}' }
  expect(print(code)).toBe('{\n  // one\n  // two\n  a: 1,\n}')
})
