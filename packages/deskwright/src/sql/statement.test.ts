import { describe, expect, it } from 'vitest'
import { duckdbDialect } from './duckdb/dialect.ts'
import { toStatement } from './statement.ts'
import { sql } from './tag.ts'

const symbols = ['AAPL', 'IBM']

describe('toStatement', () => {
  it.each([
    ['without brackets', sql`symbol in ${symbols}`, 'symbol in ($1, $2)'],
    ['with brackets', sql`symbol NOT IN ( ${symbols} )`, 'symbol NOT IN ( $1, $2 )'],
    ['from a nested fragment', sql`symbol in ${sql`(${symbols})`}`, 'symbol in ($1, $2)'],
  ])('writes one placeholder per element after in, %s', (_name, fragment, text) => {
    expect(toStatement(fragment, duckdbDialect)).toEqual({ text, values: symbols })
  })

  it('writes an empty list that contains nothing', () => {
    expect(toStatement(sql`symbol in ${[]}`, duckdbDialect)).toEqual({
      text: 'symbol in (select null where false)',
      values: [],
    })
  })

  it('binds an array elsewhere as one value', () => {
    expect(toStatement(sql`list_contains(${symbols}, symbol) and margin ${[1]}`, duckdbDialect)).toEqual({
      text: 'list_contains($1, symbol) and margin $2',
      values: [symbols, [1]],
    })
  })

  it('leaves the spelling to the dialect', () => {
    const dialect = { name: 'x', quoteIdentifier: (name: string) => `[${name}]`, placeholder: (at: number) => `:${at}` }
    expect(toStatement(sql`select ${sql.identifier('a')} = ${1}`, dialect).text).toBe('select [a] = :1')
  })
})
