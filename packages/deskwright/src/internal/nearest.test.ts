import { expect, test } from 'vitest'
import { findNearest } from './nearest.ts'

const types = ['table', 'ssrm_table', 'live_grid', 'chart'] as const

test('finds the name that was probably meant', () => {
  expect(findNearest('ssrm_tabel', types)).toBe('ssrm_table')
  expect(findNearest('tabel', types)).toBe('table')
  expect(findNearest('Chart', types)).toBe('chart')
  expect(findNearest('livegrid', types)).toBe('live_grid')
})

test('finds nothing when nothing is near', () => {
  expect(findNearest('prompt', types)).toBeUndefined()
  expect(findNearest('', types)).toBeUndefined()
  expect(findNearest('x', ['y'])).toBeUndefined()
})
