import { expect, it } from 'vitest'
import { toPoints } from './points.ts'

it('reads numbers, pairs and objects', () => {
  expect(toPoints([3, 1])).toEqual([
    { x: 0, y: 3 },
    { x: 1, y: 1 },
  ])
  expect(
    toPoints([
      [10, 1],
      ['2026-01-01', 2],
    ]),
  ).toEqual([
    { x: 10, y: 1 },
    { x: Date.UTC(2026, 0, 1), y: 2 },
  ])
  expect(toPoints([{ t: 5, v: '7' }], { xKey: 't', yKey: 'v' })).toEqual([{ x: 5, y: 7 }])
})

it('leaves out what has no number', () => {
  expect(toPoints([1, null, 'x', {}, [], 2])).toEqual([
    { x: 0, y: 1 },
    { x: 5, y: 2 },
  ])
  expect(toPoints('no list')).toEqual([])
})
