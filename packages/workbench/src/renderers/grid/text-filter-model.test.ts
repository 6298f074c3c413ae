import { expect, it } from 'vitest'
import { passesTextFilter, toTextFilter } from './text-filter-model.ts'

it.each([
  ['contains', 'app', 'Apple', true],
  ['notContains', 'app', 'Apple', false],
  ['equals', 'apple', 'Apple', true],
  ['notEqual', 'apple', 'Pear', true],
  ['startsWith', 'AP', 'apple', true],
  ['endsWith', 'le', 'apple', true],
  ['equals', '5', 5, true],
  ['contains', 'a', null, false],
] as const)('%s %j of %j is %s', (type, filter, value, passes) => {
  expect(passesTextFilter({ filterType: 'text', type, filter }, value)).toBe(passes)
})

it('knows blank cells', () => {
  expect(['', null, undefined].every((value) => passesTextFilter({ filterType: 'text', type: 'blank' }, value))).toBe(
    true,
  )
  expect(passesTextFilter({ filterType: 'text', type: 'notBlank' }, 0)).toBe(true)
  expect(passesTextFilter({ filterType: 'set', values: [null] }, '')).toBe(true)
})

it('is no filter while it would keep everything', () => {
  expect(toTextFilter('contains', '', undefined)).toBeNull()
  expect(toTextFilter('set', '', undefined)).toBeNull()
  expect(toTextFilter('set', '', [])).toEqual({ filterType: 'set', values: [] })
  expect(toTextFilter('blank', 'x', undefined)).toEqual({ filterType: 'text', type: 'blank' })
})
