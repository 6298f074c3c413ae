import { expect, test } from 'vitest'
import { testBackend } from 'deskwright/testing'
import backend from './backend.ts'

test('100 grow by the rate', async () => {
  const rows = await testBackend(backend).get('growth', { rate: 0.1 })
  expect(rows[2]).toEqual({ year: 2, value: 121.00000000000001 })
})
