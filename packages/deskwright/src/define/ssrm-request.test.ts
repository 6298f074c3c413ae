import { expect, test } from 'vitest'
import { toSsrmRequest } from './ssrm-request.ts'

test('what cannot be understood is refused with every problem at once', () => {
  const body = {
    startRow: 'many',
    sortModel: [{ colId: 'a', sort: 'up' }],
    filterModel: { a: { filterType: 'regex' } },
  }
  expect(() => toSsrmRequest(body)).toThrow(/startRow: .*filterModel.*: .*sortModel\.0\.sort: /s)
  expect(() => toSsrmRequest(body)).toThrow(expect.objectContaining({ code: 'params-invalid', status: 422 }))
})
