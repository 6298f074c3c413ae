import { describe, expect, it } from 'vitest'
import { readRecords } from './read-records.ts'

describe('readRecords', () => {
  it('reads quoted fields over several lines, and counts lines', () => {
    const records = readRecords('a,b\r\n"x\r\ny","say ""hi"""\n\n3,4', ',', true)
    expect(records).toEqual([
      { line: 1, fields: ['a', 'b'] },
      { line: 2, fields: ['x\r\ny', 'say "hi"'] },
      { line: 5, fields: ['3', '4'] },
    ])
  })

  it('leaves out the last row unless the text is whole', () => {
    expect(readRecords('a,b\n1,2', ',', false)).toEqual([{ line: 1, fields: ['a', 'b'] }])
  })
})
