import { expect, test } from 'vitest'
import { toKeyedPlace } from './grid-keys.ts'

const rect = { x: 5, y: 5, w: 10, h: 4 }
const press = (key: string, shiftKey = false, ctrlKey = false) => toKeyedPlace(rect, { key, shiftKey, ctrlKey })

test('arrow keys move by a cell, and by five with Ctrl', () => {
  expect(press('ArrowLeft')).toEqual({ ...rect, x: 4 })
  expect(press('ArrowDown', false, true)).toEqual({ ...rect, y: 10 })
})

test('with Shift they resize', () => {
  expect(press('ArrowRight', true)).toEqual({ ...rect, w: 11 })
  expect(press('ArrowUp', true, true)).toEqual({ ...rect, h: -1 })
})

test('other keys mean nothing', () => {
  expect(press('Enter')).toBeUndefined()
})
