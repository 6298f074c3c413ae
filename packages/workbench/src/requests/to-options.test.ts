import { expect, test } from 'vitest'
import { toOptions } from './to-options.ts'

test('options are read of any backend; what is none is left out', () => {
  expect(
    toOptions([
      { label: 'One', value: 1, extraInfo: { description: 'first', rightOfDescription: 2, other: {} } },
      { value: true },
      { label: 'None', value: null },
      'plain',
      null,
      { label: 'no value' },
      { value: { deep: 1 } },
    ]),
  ).toEqual([
    { label: 'One', value: 1, extraInfo: { description: 'first', rightOfDescription: '2' } },
    { label: 'true', value: true },
    { label: 'None', value: null },
    { label: 'plain', value: 'plain' },
  ])
})

test('an answer that is no list has no options', () => {
  expect(toOptions({ results: [] })).toBeUndefined()
})
