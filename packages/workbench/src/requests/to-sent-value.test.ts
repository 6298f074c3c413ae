import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toSentValue } from './to-sent-value.ts'

const now = Date.UTC(2026, 2, 31)

test.each([
  ['text', 'hello', 'hello'],
  ['text', '', ''],
  ['text', undefined, null],
  ['number', '20', 20],
  ['number', 1.5, 1.5],
  ['number', ' ', ''],
  ['number', 'twenty', 'twenty'],
  ['boolean', 'True', true],
  ['boolean', 'false', false],
  ['boolean', true, true],
  ['date', '$currentDate-1y', '2025-03-31'],
  ['date', '$CURRENTDATE', '2026-03-31'],
  ['date', '3/1/2026', '2026-03-01'],
  ['date', 'gibberish', '2026-03-31'],
  ['date', null, null],
  ['date', '', ''],
  ['tabs', 'ig', 'ig'],
] as const)('a %s that holds %j is sent as %j', (type, value, sent) => {
  expect(toSentValue({ type }, value, now)).toBe(sent)
})

test.each([
  ['a, b,,c', ['a', 'b', 'c']],
  [
    ['a', '', 'b'],
    ['a', 'b'],
  ],
  [5, [5]],
  [null, []],
  [undefined, []],
  ['', []],
] as const)('several values in %j are sent as %j', (value, sent) => {
  expect(toSentValue({ type: 'endpoint', multiSelect: true }, value, now)).toEqual(sent)
  expect(toSentValue({ type: 'text', multiple: true }, value, now)).toEqual(sent)
})

test('reading a value twice changes nothing', () => {
  const type = fc.constantFrom('text' as const, 'number' as const, 'boolean' as const, 'date' as const, 'tabs' as const)
  const value = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string()),
  )
  fc.assert(
    fc.property(type, fc.boolean(), value, (type, multiSelect, value) => {
      const once = toSentValue({ type, multiSelect }, value, now)
      expect(toSentValue({ type, multiSelect }, once, now)).toEqual(once)
    }),
  )
})
