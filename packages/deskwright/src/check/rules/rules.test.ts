import { describe, expect, test } from 'vitest'
import { crossCheck, type CrossCheckInput } from '../../spec/cross-check/cross-check.ts'
import { check } from '../check.ts'
import type { Example } from './example.ts'
import { rules } from './rules.ts'

const findings = async ({ documents }: Example) =>
  (await check(documents)).findings.map(({ severity, code }) => `${severity} ${code}`)

describe.each(Object.entries(rules).filter(([, { bad }]) => bad !== undefined))('%s', (code, { bad, good }) => {
  test('is the only finding in the bad example', async () => {
    expect(await findings(bad!)).toEqual([expect.stringMatching(new RegExp(`^\\w+ ${code}$`))])
  })

  test('is not in the good example, nor is anything else', async () => {
    expect(await findings(good!)).toEqual([])
  })
})

test.each(Object.entries(rules).filter(([, { crossed }]) => crossed !== undefined))(
  '%s is the only finding in documents that nothing has read',
  (code, { crossed }) => {
    const find = ({ documents }: Example) => crossCheck(documents as CrossCheckInput).map((finding) => finding.code)
    expect(find(crossed!.bad)).toEqual([code])
    expect(find(crossed!.good)).toEqual([])
  },
)

test('every rule has an example: of documents or of an exchange', () => {
  const without = Object.entries(rules).filter(
    ([, { bad, good, crossed, exchange }]) =>
      exchange === undefined && crossed === undefined && (bad === undefined || good === undefined),
  )
  expect(without.map(([code]) => code)).toEqual([])
})
