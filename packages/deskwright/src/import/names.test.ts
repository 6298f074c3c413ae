import { Script } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createNames } from './names.ts'

describe('a name', () => {
  test.each([
    ['stock-prices', 'stockPrices'],
    ['stock prices (daily)', 'stockPricesDaily'],
    ['Stock_Prices', 'stockPrices'],
    ['BTC', 'btc'],
    ['GDPGrowth', 'gDPGrowth'],
    ['Übersicht €', 'ubersicht'],
    ['2y_yield', 'widget2yYield'],
    ['価格', 'widget'],
    ['', 'widget'],
    ['$price', 'price'],
    ['__proto__', 'proto'],
    ['constructor', 'constructor'],
    ['class', 'class2'],
    ['Default', 'default2'],
    ['enum', 'enum2'],
    ['await', 'await2'],
    ['undefined', 'undefined2'],
    ["it's `${code}`\n", 'itSCode'],
  ])('of %j is %s', (text, name) => {
    expect(createNames([]).take(text)).toBe(name)
  })

  test('is given once', () => {
    const names = createNames(['table'])
    expect(['a-b', 'a_b', 'aB', 'a b2', 'table'].map((text) => names.take(text))).toEqual([
      'aB',
      'aB2',
      'aB3',
      'aB22',
      'table2',
    ])
  })
})

test('whatever the text, a name can be declared in a module, and no two are the same', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('a', 'A', 'a-a', 'let'))),
      (texts) => {
        const names = createNames(['param'])
        const taken = texts.map((text) => names.take(text))
        expect(new Set(taken).size).toBe(taken.length)
        for (const name of taken) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9]*$/)
        expect(() => new Script(`'use strict'; ${taken.map((name) => `const ${name} = 0`).join(';')}`)).not.toThrow()
      },
    ),
  )
})
