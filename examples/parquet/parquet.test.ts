import { expect, test } from 'vitest'
import { testBackend } from 'deskwright/testing'
import backend from './backend.ts'

test('a Parquet file becomes a table with a dropdown', async () => {
  const desk = testBackend(backend)
  const rows: unknown = await desk.get('longest', { origin: 'LAS' })
  expect(rows).toHaveLength(100)
  expect(rows).toContainEqual(expect.objectContaining({ origin: 'LAS', delay: expect.any(Number) }))
  expect(await desk.options('longest', 'origin')).toContainEqual({ label: 'JFK', value: 'JFK' })
})
