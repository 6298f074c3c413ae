import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toCards, toTrend } from './to-cards.ts'

it('reads one card or several', () => {
  const card = { label: 'AUM', value: '1.2bn', delta: 0.8 }
  const read = { label: 'AUM', value: '1.2bn', delta: '0.8', trend: 'up' }
  expect(toCards(card).cards).toEqual([read])
  expect(toCards([card, card]).cards).toEqual([read, read])
})

it.each([
  ['12.5', 'up'],
  ['+3 %', 'up'],
  ['$89', 'up'],
  ['-2.3', 'down'],
  ['−2.3%', 'down'],
  ['(4.1)', 'down'],
  ['$-4', 'down'],
  ['0.0', 'flat'],
  ['unchanged', 'flat'],
])('colours a change of %s as %s', (delta, trend) => expect(toTrend(delta)).toBe(trend))

it('leaves out the change where there is none', () => {
  expect(toCards({ label: 'A', value: 0, delta: null }).cards).toEqual([{ label: 'A', value: '0' }])
})

it('says where a card is broken, and shows the others', () => {
  const { cards, problems } = toCards([{ label: 'A', value: 1 }, { value: 2 }, 'x', { label: 'B', value: {} }])
  expect(cards).toEqual([{ label: 'A', value: '1' }])
  expect(problems.map(({ path, message }) => [path, message])).toEqual([
    ['[1]', 'A metric is without a label.'],
    ['[2]', 'A metric is without an object.'],
    ['[3]', 'A metric is without a value.'],
  ])
})

it('reads anything without throwing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      expect(Array.isArray(toCards(data).cards)).toBe(true)
    }),
  )
})
