import fc from 'fast-check'
import { expect, it } from 'vitest'
import { toCodeBlock } from './code-block.ts'

it('fences a text', () => {
  expect(toCodeBlock('select 1', 'sql')).toBe('```sql\nselect 1\n```')
})

it('no text ends its own fence', () => {
  const text = fc.array(fc.constantFrom('`', '``', '```', '\n', 'a', ' ', '**', '<b>')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (inner) => {
      const lines = toCodeBlock(inner).split('\n')
      const fence = lines[0]!
      expect(fence).toMatch(/^`{3,}$/)
      expect(lines.indexOf(fence, 1)).toBe(lines.length - 1)
      expect(lines.slice(1, -1).join('\n')).toBe(inner)
      expect(inner).not.toContain(fence)
    }),
  )
})
