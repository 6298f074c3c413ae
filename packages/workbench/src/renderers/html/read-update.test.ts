import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readUpdate } from './read-update.ts'

it.each([
  [{ params: { isin: 'XS1', size: 3 } }, { isin: 'XS1', size: 3 }],
  [{ paramName: 'isin', value: 'XS1' }, { isin: 'XS1' }],
  [{ params: { tickers: ['A', 'B'], empty: null } }, { tickers: 'A,B', empty: '' }],
])('reads %j', (message, values) => expect(readUpdate(message)).toEqual(values))

it.each([null, 'text', {}, { params: 'x' }, { params: ['a'] }, { value: 1 }])('reads nothing from %j', (message) =>
  expect(readUpdate(message)).toBeUndefined(),
)

it('reads anything without throwing, and gives scalars only', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (params) => {
      for (const value of Object.values(readUpdate({ params }) ?? {})) expect(typeof value).not.toBe('object')
    }),
  )
})
