import { expect, it } from 'vitest'
import { toResolutionName, toSeconds } from './resolution.ts'

it.each([
  ['1', 60, '1m'],
  ['240', 14_400, '4h'],
  ['90', 5400, '90m'],
  ['D', 86_400, '1D'],
  ['1D', 86_400, '1D'],
  ['3D', 259_200, '3D'],
  ['W', 604_800, '1W'],
  ['1M', 2_629_800, '1M'],
  ['15S', 15, '15s'],
])('%s is %i seconds, called %s', (resolution, seconds, name) => {
  expect([toSeconds(resolution), toResolutionName(resolution)]).toEqual([seconds, name])
})

it.each(['', '0', 'D1', '1H', 'daily'])('%j is no resolution', (text) => {
  expect(toSeconds(text)).toBeUndefined()
})
