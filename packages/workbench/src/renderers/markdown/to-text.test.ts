import { expect, it } from 'vitest'
import { toText } from './to-text.ts'

it.each([
  ['# Text', '# Text'],
  [42, '42'],
  [null, ''],
])('reads %j', (data, text) => expect(toText(data)).toEqual({ text, problems: [] }))

it('shows an object as JSON and says that it is no text', () => {
  const { text, problems } = toText({ text: 'deeper' })
  expect(text).toContain('"text": "deeper"')
  expect(problems[0]?.hint).toContain('data.dataKey')
})
