import { expect, it } from 'vitest'
import { readSsrmAnswer } from './read-ssrm-answer.ts'

const rows = [{ a: 1 }, { a: 2 }]

it('reads a page and its count', () => {
  expect(readSsrmAnswer({ rowData: rows, rowCount: 9 }, 0, 2)).toEqual({ rows, count: 9, problems: [] })
})

it('finds the end where nobody says it', () => {
  expect(readSsrmAnswer({ rowData: rows, rowCount: -1 }, 500, 1000).count).toBe(502)
  expect(readSsrmAnswer({ rowData: rows }, 0, 2).count).toBe(-1)
})

it('shows what the server says is wrong', () => {
  expect(readSsrmAnswer({ error: 'asleep' }, 0, 2).failure).toBe('Error fetching data: asleep')
  expect(readSsrmAnswer({ rows }, 0, 2).failure).toContain('rowData')
  expect(readSsrmAnswer('text', 0, 2).failure).toBeDefined()
})

it('takes a bare list and too many rows, and says so', () => {
  expect(readSsrmAnswer(rows, 0, 500)).toMatchObject({ rows, problems: [{ severity: 'warning' }] })
  expect(readSsrmAnswer({ rowData: rows, rowCount: 2 }, 0, 1)).toMatchObject({
    rows: [{ a: 1 }],
    problems: [{ message: '2 rows came where 1 were asked for' }],
  })
})
