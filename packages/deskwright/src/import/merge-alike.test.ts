import { expect, test } from 'vitest'
import { diagnose, type Diagnostic } from '../errors/diagnostic.ts'
import { mergeAlike } from './merge-alike.ts'

const find = (where: string, path = 'id', now = 'b') =>
  diagnose('advice', 'import-changed', { where, path }, { what: 'a', now })

test('what is said of three widgets or more is said once, in its place', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => find(`widget "${id}"`)) as [Diagnostic, ...Diagnostic[]]
  const other = find('app "x"')
  expect(mergeAlike([a, other, b, c, d].flatMap((one) => one ?? []))).toEqual([
    { ...a, where: '4 widgets, as widget "a"' },
    other,
  ])
})

test('what differs, is about apps, or only two have is said of each', () => {
  const findings = [
    ...['app "a"', 'app "b"', 'app "c"', 'widget "a"', 'widget "b"'].map((where) => find(where)),
    find('widget "a"', 'name'),
    find('widget "b"', 'id', 'c'),
  ]
  expect(mergeAlike(findings)).toEqual(findings)
})
