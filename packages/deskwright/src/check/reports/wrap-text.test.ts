import { expect, test } from 'vitest'
import { wrapText } from './wrap-text.ts'

test.each<[string, number, readonly string[]]>([
  ['', 10, ['']],
  ['one two three', 20, ['one two three']],
  ['one two three', 8, ['one two', 'three']],
  ['https://desk.example.com is long', 10, ['https://desk.example.com', 'is long']],
])('%j in %i characters', (text, width, lines) => {
  expect(wrapText(text, width)).toEqual(lines)
})
