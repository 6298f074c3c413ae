import { describe, expect, test } from 'vitest'
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

test('the rules without an example are those that no document shows, besides what is asked of a running backend', () => {
  const without = Object.entries(rules).filter(
    ([, { bad, good, exchange }]) => exchange === undefined && (bad === undefined || good === undefined),
  )
  expect(without.map(([code]) => code)).toEqual(['mcp-url', 'interval-short', 'color-illegal'])
})
