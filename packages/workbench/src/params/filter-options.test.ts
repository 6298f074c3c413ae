import { expect, test } from 'vitest'
import { filterOptions } from './filter-options.ts'

const apple = { label: 'Apple', value: 'AAPL', extraInfo: { description: 'Cupertino', rightOfDescription: 'Tech' } }
const shell = { label: 'Shell', value: 'SHEL' }

test.each([
  ['', [apple, shell]],
  ['  ', [apple, shell]],
  ['app', [apple]],
  ['shel', [shell]],
  ['TECH cuper', [apple]],
  ['apple shell', []],
])('%j finds %j', (search, found) => {
  expect(filterOptions([apple, shell], search)).toEqual(found)
})
