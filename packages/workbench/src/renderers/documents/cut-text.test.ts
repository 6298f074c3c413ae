import { expect, it } from 'vitest'
import { cutText } from './cut-text.ts'

it('leaves a short text whole', () => {
  expect(cutText('short', 10)).toEqual({ text: 'short' })
})

it('cuts at the end of a line and says how much there was', () => {
  expect(cutText(`${'a'.repeat(95)}\n${'b'.repeat(2000)}`, 100)).toEqual({
    text: 'a'.repeat(95),
    notice: 'Only the first 95 of 2,096 characters are shown.',
  })
})

it('cuts a text of one line anywhere', () => {
  expect(cutText('x'.repeat(200), 100).text).toHaveLength(100)
})
