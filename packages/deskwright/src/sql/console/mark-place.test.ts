import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { markPlace } from './mark-place.ts'

describe('markPlace', () => {
  it.each([
    ['select x', 7, 'LINE 1: select x\n               ^'],
    ['select\n  x\nfrom y', 9, 'LINE 2:   x\n          ^'],
    ['select\r\n\tx', 9, 'LINE 2: \tx\n        \t^'],
    ['🎉é x', 3, 'LINE 1: 🎉é x\n           ^'],
    ['select', 6, 'LINE 1: select\n              ^'],
    ['', 0, 'LINE 1: \n        ^'],
    ['a\n', 2, 'LINE 2: \n        ^'],
    ['a', 99, 'LINE 1: a\n         ^'],
  ])('marks %j at %i', (text, position, marked) => {
    expect(markPlace(text, position)).toBe(marked)
  })

  it('shows a part of a long line', () => {
    const [line, mark] = markPlace('a'.repeat(500) + 'X' + 'b'.repeat(500), 500).split('\n') as [string, string]
    expect(line.length).toBeLessThan(120)
    expect(line[mark.length - 1]).toBe('X')
  })

  it('marks the character at the position, in any text', () => {
    const text = fc
      .array(fc.constantFrom('a', 'é', '🎉', '\n', '"', "'", ' ', 'x'.repeat(40)))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, fc.nat(), (written, any) => {
        const characters = Array.from(written)
        if (characters.length === 0) return
        const position = any % characters.length
        const [line, mark] = markPlace(written, position)
          .split('\n')
          .map((part) => Array.from(part))
        expect(line![mark!.length - 1] ?? '\n').toBe(characters[position])
        expect(mark!.at(-1)).toBe('^')
      }),
    )
  })
})
