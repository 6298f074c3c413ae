import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duckdbDialect } from './duckdb/dialect.ts'
import { toStatement } from './statement.ts'
import { sql, type SqlInput } from './tag.ts'

const render = (fragment: Parameters<typeof toStatement>[0]) => toStatement(fragment, duckdbDialect)

describe('sql', () => {
  it('binds values in the order they are written', () => {
    const fragment = sql`select * from prices where symbol = ${'AAPL'} and close > ${10.5}`
    expect(render(fragment)).toEqual({
      text: 'select * from prices where symbol = $1 and close > $2',
      values: ['AAPL', 10.5],
    })
  })

  it('composes fragments and numbers their values anew', () => {
    const where = sql`where symbol = ${'AAPL'}`
    expect(render(sql`select ${1}, * from prices ${where} limit ${5}`)).toEqual({
      text: 'select $1, * from prices where symbol = $2 limit $3',
      values: [1, 'AAPL', 5],
    })
  })

  it('quotes identifiers', () => {
    expect(render(sql`select ${sql.identifier('a "b"')} from ${sql.identifier('main', 'x;y')}`).text).toBe(
      'select "a ""b""" from "main"."x;y"',
    )
  })

  it('joins fragments and values', () => {
    expect(render(sql`(${sql.join([1, sql`now()`, 'x'])})`)).toEqual({ text: '($1, now(), $2)', values: [1, 'x'] })
    expect(render(sql.join([sql`a = ${1}`, sql`b = ${2}`], sql` or `)).text).toBe('a = $1 or b = $2')
    expect(render(sql.join([])).text).toBe('')
  })

  it('keeps backslashes as they are written', () => {
    expect(render(sql`select regexp_matches(x, '\d+\u') as \`y\`, '\${z}'`).text).toBe(
      "select regexp_matches(x, '\\d+\\u') as `y`, '${z}'",
    )
  })

  it('says which value is undefined', () => {
    const missing = undefined as unknown as string
    expect(() => sql`select * from prices where symbol = ${'A'} and date >= ${missing}`).toThrow(
      expect.objectContaining({ code: 'sql-value-undefined', message: expect.stringContaining('Value 2') }),
    )
    expect(() => sql`where date >= ${missing}`).toThrow('after "where date >="')
    expect(() => sql`where x in ${['a', missing]}`).toThrow(expect.objectContaining({ code: 'sql-value-undefined' }))
  })

  it.each([
    ['an object', {}],
    ['a function', () => 1],
    ['a promise', Promise.resolve(1)],
    ['an invalid date', new Date(Number.NaN)],
    ['a nested array', [[1]]],
  ])('refuses %s', (_name, value) => {
    expect(() => sql`select ${value as unknown as string}`).toThrow(
      expect.objectContaining({ code: 'sql-value-unsupported' }),
    )
  })

  it('never lets a value into the text, and keeps the order, however fragments nest', () => {
    const value = fc.oneof(fc.string(), fc.double(), fc.bigInt(), fc.boolean(), fc.constant(null))
    const { tree } = fc.letrec<{ tree: Tree; leaf: Tree; branch: Tree }>((tie) => ({
      tree: fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('branch')),
      leaf: fc.record({ value }),
      branch: fc.array(tie('tree'), { maxLength: 4 }),
    }))
    fc.assert(
      fc.property(tree, (written) => {
        const { text, values } = render(sql`${toInput(written)}`)
        expect(values).toEqual(leaves(written))
        expect(text).toMatch(/^[\s()$\d,]*$/)
        expect(text.match(/\$\d+/g) ?? []).toEqual(values.map((_, index) => `$${index + 1}`))
      }),
    )
  })
})

type Tree = { readonly value: SqlInput } | readonly Tree[]

function toInput(tree: Tree): SqlInput {
  return isBranch(tree) ? sql`( ${sql.join(tree.map(toInput))} )` : tree.value
}

function leaves(tree: Tree): readonly SqlInput[] {
  return isBranch(tree) ? tree.flatMap(leaves) : [tree.value]
}

function isBranch(tree: Tree): tree is readonly Tree[] {
  return Array.isArray(tree)
}
