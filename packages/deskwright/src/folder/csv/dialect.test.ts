import { describe, expect, it } from 'vitest'
import { findDialect } from './dialect.ts'

describe('findDialect', () => {
  it.each([
    ['a,b\n1,2\n', { delimiter: ',', header: true, skip: 0 }],
    ['a;b\n1;2\n', { delimiter: ';', header: true }],
    ['a\tb\n1\t2\n', { delimiter: '\t' }],
    ['a|b\n1|2\n', { delimiter: '|' }],
    ['name;price\n"Müller, Hans";1,5\n', { delimiter: ';', decimalComma: true }],
    ['1,2\n3,4\n', { header: false }],
    ['country,1990,1991\nCH,1,2\n', { header: true }],
    ['Report of May\n\nsymbol,price\nA,1\nB,2\n', { skip: 2, header: true }],
    ['a,b,c\n1,2,3\n4,5\n6,7,8\n', { delimiter: ',' }],
    ['only\nx\ny\n', { delimiter: ',', header: true }],
  ])('reads %j', (text, dialect) => {
    expect(findDialect(text, true)).toMatchObject(dialect)
  })

  it('tells decimal commas from groups of digits', () => {
    expect(findDialect('a;b\nx;1.234,5\ny;2,25\n', true)).toMatchObject({ decimalComma: true, thousands: '.' })
    expect(findDialect('a;b\nx;1,5\ny;2,25\n', true)).toMatchObject({ decimalComma: true, thousands: undefined })
    expect(findDialect('a,b\nx,"1,234.5"\ny,20\n', true)).toMatchObject({ decimalComma: false, thousands: ',' })
    expect(findDialect('a;b\nx;1.2.3\ny;2.0.1\n', true)).toMatchObject({ decimalComma: false, thousands: undefined })
  })

  it('finds numbers whose leading zeros mean something', () => {
    expect(findDialect('zip,count\n00501,0\n10001,10\n', true)).toMatchObject({ asText: [0] })
  })

  it('leaves out a last row that may be cut off', () => {
    expect(findDialect('a,b\n1,2\n3', false)).toMatchObject({ delimiter: ',' })
  })
})
