import { describe, expect, test } from 'vitest'
import { decoded } from './decoded.fixture.ts'
import { text } from './text.ts'

describe('one text', () => {
  const symbol = text('Symbol', { value: 'AAPL' })

  test('is taken as it is', () => {
    for (const value of ['MSFT', ' a b ', 'ä,ö', '0', 'null']) expect(decoded(symbol, value)).toBe(value)
  })

  test('from a body may be a number or a truth value', () => {
    expect(decoded(symbol, 700)).toBe('700')
    expect(decoded(symbol, false)).toBe('false')
  })

  test('that is absent in any form is the default', () => {
    for (const absent of [undefined, null, '', []]) expect(decoded(symbol, absent)).toBe('AAPL')
  })

  test('without a default is undefined, with an empty one empty', () => {
    expect(decoded(text('Symbol'))).toBeUndefined()
    expect(decoded(text('Symbol', { value: null }))).toBeUndefined()
    expect(decoded(text('Symbol', { value: '' }))).toBe('')
  })

  test('may come as a list of one, but not of two', () => {
    expect(decoded(symbol, ['MSFT'])).toBe('MSFT')
    expect(decoded(symbol, ['A', 'B'])).toBe('problem: expected one value, got 2')
  })

  test('is no object', () => {
    expect(decoded(symbol, { a: 1 })).toBe('problem: expected text, got {"a":1}')
    expect(decoded(symbol, [null])).toBe('problem: expected text, got null')
  })
})

describe('several texts', () => {
  const symbols = text('Symbols', { multiple: true, value: ['AAPL', 'MSFT'] })

  test('come as comma text, as a repeated key or as an array', () => {
    expect(decoded(symbols, 'A,B')).toEqual(['A', 'B'])
    expect(decoded(symbols, ['A', 'B'])).toEqual(['A', 'B'])
    expect(decoded(symbols, 'A')).toEqual(['A'])
    expect(decoded(symbols, ['A'])).toEqual(['A'])
    expect(decoded(symbols, 7)).toEqual(['7'])
  })

  test('leave empty parts out, and keep commas inside the items of an array', () => {
    expect(decoded(symbols, 'A,,B,')).toEqual(['A', 'B'])
    expect(decoded(symbols, ['A', '', null, 'B'])).toEqual(['A', 'B'])
    expect(decoded(symbols, ['A,B', 'C'])).toEqual(['A,B', 'C'])
  })

  test('that are absent are the default, or none', () => {
    for (const absent of [undefined, null, '', []]) expect(decoded(symbols, absent)).toEqual(['AAPL', 'MSFT'])
    expect(decoded(text('Symbols', { multiple: true }))).toEqual([])
    expect(decoded(text('Symbols', { multiple: true, value: 'A,B' }))).toEqual(['A', 'B'])
    expect(decoded(text('Symbols', { multiple: true, value: '' }))).toEqual([])
  })

  test('name the item that is wrong', () => {
    expect(decoded(symbols, ['A', { b: 1 }])).toBe('problem: expected text, got {"b":1}')
  })

  test('are comma text in the default on the wire', () => {
    expect(symbols.wire).toEqual({ type: 'text', label: 'Symbols', value: 'AAPL,MSFT', multiple: true })
  })
})

describe('a dropdown', () => {
  const side = text('Side', { options: ['buy', { label: 'Sell', value: 'sell', extraInfo: { description: 'Short' } }] })

  test('takes its options only', () => {
    expect(decoded(side, 'sell')).toBe('sell')
    expect(decoded(side, 'Sell')).toBe('problem: expected one of "buy", "sell"; got "Sell"')
  })

  test('writes its options with labels', () => {
    expect(side.wire['options']).toEqual([
      { label: 'buy', value: 'buy' },
      { label: 'Sell', value: 'sell', extraInfo: { description: 'Short' } },
    ])
  })

  test('of several takes each of its options', () => {
    const sides = text('Sides', { options: ['buy', 'sell'], multiSelect: true })
    expect(decoded(sides, 'buy,sell')).toEqual(['buy', 'sell'])
    expect(decoded(sides, ['buy', 'hold'])).toBe('problem: expected one of "buy", "sell"; got "hold"')
  })
})

test('long values are shortened in messages', () => {
  const problem = decoded(text('T', { options: ['a'] }), 'x'.repeat(500))
  expect(problem).toBe(`problem: expected one of "a"; got "${'x'.repeat(56)}…`)
})

test('drawing options are written under their own names', () => {
  const code = text('SQL', {
    language: 'sql',
    description: 'The query',
    show: false,
    placeholder: 'select',
    style: { popupWidth: 400 },
    groupById: 'sql',
    row: 2,
  })
  expect(code.wire).toEqual({
    type: 'text',
    label: 'SQL',
    language: 'sql',
    description: 'The query',
    show: false,
    placeholder: 'select',
    style: { popupWidth: 400 },
    groupById: 'sql',
  })
  expect(code.row).toBe(2)
})
