import { expect, it } from 'vitest'
import { toRows } from './to-rows.ts'

it('takes rows as they are', () => {
  const rows = [{ a: 1 }, { a: 2 }]
  expect(toRows(rows)).toEqual({ rows, problems: [] })
  expect(toRows([])).toEqual({ rows: [], problems: [] })
})

it('shows one object as one row, and says so', () => {
  expect(toRows({ a: 1 })).toMatchObject({ rows: [{ a: 1 }], problems: [{ severity: 'advice' }] })
})

it('leaves out what is no row, and says where', () => {
  expect(toRows([{ a: 1 }, 5, null])).toMatchObject({
    rows: [{ a: 1 }],
    problems: [{ message: '2 of 3 rows are no objects, the first is a number', path: '[1]' }],
  })
})

it.each([[null], [undefined], ['text'], [5]])('has no rows of %j, and says so', (data) => {
  expect(toRows(data)).toMatchObject({ rows: [], problems: [{ severity: 'error' }] })
})
