import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cutRows } from './cut-rows.ts'

it('keeps the first rows of any array of rows, as they are written', () => {
  const rows = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 6 })
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 7 }), fc.constantFrom(undefined, 1), (all, count, space) => {
      const json = JSON.stringify(all, undefined, space)
      expect(JSON.parse(cutRows(json, count))).toEqual(JSON.parse(JSON.stringify(all.slice(0, count))))
    }),
  )
})
