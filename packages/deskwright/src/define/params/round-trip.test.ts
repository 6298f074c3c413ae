import fc from 'fast-check'
import { expect, test } from 'vitest'
import { param } from '../param.ts'
import { clock } from './decoded.fixture.ts'
import type { AnyParam } from './param.ts'

/** A value that can be told from an absent one, and in a list from two. */
const filled = fc.string({ minLength: 1 }).filter((value) => !value.includes(','))
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value))
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const choices = fc.uniqueArray(filled, { minLength: 1, maxLength: 6 })
const numbers = fc.uniqueArray(finite, { minLength: 1, maxLength: 6 })

/** A parameter with a value it can have. */
type Sample = readonly [AnyParam, unknown]

const pick = <Item>(items: fc.Arbitrary<Item[]>, toParam: (items: Item[]) => AnyParam): fc.Arbitrary<Sample> =>
  items.chain((all) => fc.constantFrom(...all).map((value): Sample => [toParam(all), value]))
const pickSome = <Item>(items: fc.Arbitrary<Item[]>, toParam: (items: Item[]) => AnyParam): fc.Arbitrary<Sample> =>
  items.chain((all) => fc.subarray(all, { minLength: 1 }).map((values): Sample => [toParam(all), values]))

const single: Readonly<Record<string, fc.Arbitrary<Sample>>> = {
  text: filled.map((value) => [param.text('P'), value]),
  'text with a default': filled.map((value) => [param.text('P', { value: 'default' }), value]),
  'text with options': pick(choices, (options) => param.text('P', { options })),
  number: finite.map((value) => [param.number('P'), value]),
  'number with options': pick(numbers, (options) => param.number('P', { options })),
  boolean: fc.tuple(fc.boolean(), fc.boolean()).map(([value, is]) => [param.boolean('P', { value }), is]),
  date: day.map((value) => [param.date('P', { value: '$currentDate' }), value]),
  ticker: filled.map((value) => [param.ticker('P'), value]),
  endpoint: filled.map((value) => [param.endpoint('P', { options: () => [] }), value]),
  tabs: pick(choices, ([first = '', ...rest]) => param.tabs('P', { options: [first, ...rest] })),
  button: fc.constant([param.button('P'), true]),
}

const several: Readonly<Record<string, fc.Arbitrary<Sample>>> = {
  'free texts': fc.array(filled, { minLength: 1 }).map((value) => [param.text('P', { multiple: true }), value]),
  'texts with options': pickSome(choices, (options) => param.text('P', { options, multiSelect: true })),
  'numbers with options': pickSome(numbers, (options) => param.number('P', { options, multiSelect: true })),
  'endpoint values': fc
    .array(filled, { minLength: 1 })
    .map((value) => [param.endpoint('P', { multiSelect: true, options: () => [] }), value]),
  files: fc
    .array(filled, { minLength: 1 })
    .map((value) => [param.endpoint('P', { roles: ['fileSelector'], options: () => [] }), value]),
}

const all = Object.entries({ ...single, ...several })

test.each(all)('%s survives the query', (_name, samples) => {
  fc.assert(
    fc.property(samples, ([declared, value]) => {
      const query = new URLSearchParams({ p: declared.encode(value) ?? '' })
      const received = new URLSearchParams(query.toString()).get('p')
      expect(declared.decode(received, clock)).toEqual({ value })
    }),
  )
})

test.each(Object.entries(several))('%s survive as a repeated key', (_name, samples) => {
  fc.assert(
    fc.property(samples, ([declared, value]) => {
      const query = new URLSearchParams((value as unknown[]).map((item): [string, string] => ['p', String(item)]))
      const received = new URLSearchParams(query.toString()).getAll('p')
      expect(declared.decode(received, clock)).toEqual({ value })
    }),
  )
})

test.each(all)('%s survives the body', (_name, samples) => {
  fc.assert(
    fc.property(samples, ([declared, value]) => {
      const { p } = JSON.parse(JSON.stringify({ p: value })) as { p: unknown }
      expect(declared.decode(p, clock)).toEqual({ value })
    }),
  )
})

test('decoding whatever JSON brings never throws', () => {
  const declared = all.map(([, samples]) => samples.map(([one]) => one))
  fc.assert(
    fc.property(fc.oneof(...declared), fc.jsonValue(), (one, received) => {
      expect(Object.keys(one.decode(received, clock))).toHaveLength(1)
    }),
  )
})
