import { expect, test } from 'vitest'
import { toSsrmRequest } from './ssrm-request.ts'

test('what cannot be understood is refused with every problem at once', async () => {
  const body = {
    startRow: 'many',
    sortModel: [{ colId: 'a', sort: 'up' }],
    filterModel: { a: { filterType: 'regex' } },
  }
  await expect(toSsrmRequest(body)).rejects.toThrow(/startRow: .*filterModel.*: .*sortModel\.0\.sort: /s)
  await expect(toSsrmRequest(body)).rejects.toThrow(expect.objectContaining({ code: 'params-invalid', status: 422 }))
})
