import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitQuery } from './split-query.ts'

const names = (text: string) => splitQuery(text).flatMap((part) => (typeof part === 'string' ? [] : [part.param]))

describe('splitQuery', () => {
  it('finds parameters and their lines', () => {
    expect(splitQuery('select *\nfrom a where x = $x and y > $y_1')).toEqual([
      'select *\nfrom a where x = ',
      { param: 'x', line: 2 },
      ' and y > ',
      { param: 'y_1', line: 2 },
      '',
    ])
  })

  it.each([
    ["select '$a', 'it''s $b'", []],
    ['select "$a" from "x""$b"', []],
    ['select 1 -- $a\n, $b', ['b']],
    ['select /* $a\n $b */ $c', ['c']],
    ['select $$ $a $$, $tag$ $b $tag$, $c', ['c']],
    ['select $1, $c', ['c']],
    ["select 'never closed $a", []],
  ])('reads %j', (text, found) => {
    expect(names(text)).toEqual(found)
  })

  it('keeps every character', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '$', "'", '"', '-', '/', '*', '\n', ' ') }), (text) => {
        const joined = splitQuery(text).map((part) => (typeof part === 'string' ? part : `$${part.param}`))
        expect(joined.join('')).toBe(text)
      }),
    )
  })
})
