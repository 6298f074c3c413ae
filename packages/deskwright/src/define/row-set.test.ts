import { expect, test } from 'vitest'
import { createRowSet, isRowSet } from './row-set.ts'

test('a row set is known by its mark, which another copy of the library would have too', () => {
  const rows = createRowSet({
    async *json() {
      yield new Uint8Array()
    },
    rows: async () => [],
  })
  expect(isRowSet(rows)).toBe(true)
  expect(isRowSet({ [Symbol.for('deskwright.rowSet')]: true })).toBe(true)
  for (const other of [undefined, null, [], {}, { json: true, rows: true }, 'rows']) {
    expect(isRowSet(other)).toBe(false)
  }
})
