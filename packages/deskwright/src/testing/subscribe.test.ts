import { expect, test } from 'vitest'
import { apiKey, column, defineBackend, param, table } from '../index.ts'
import { liveGrid } from '../live/live-grid.ts'
import { testBackend } from './test-backend.ts'

const quotes = liveGrid({
  name: 'Quotes',
  params: { factor: param.number('Factor', { value: 1 }) },
  columns: { symbol: column.text('Symbol'), price: column.number('Price') },
  rowId: 'symbol',
  load: ({ factor }) => [{ symbol: 'AAA', price: factor }],
  subscribe: async function* ({ factor }) {
    await Promise.resolve()
    yield { symbol: 'AAA', price: factor * 2 }
  },
})
const plain = table({ name: 'Plain', load: () => [] })
const backend = defineBackend({
  name: 'Live',
  widgets: { quotes, plain },
  auth: apiKey({ keys: ['k'] }),
  basePath: '/desk',
})
const headers = { 'X-API-KEY': 'k' }

test('a test follows a live grid without a socket', async () => {
  const live = await testBackend(backend).subscribe('quotes', { factor: 3 }, { headers })
  const seen = []
  for await (const rows of live) {
    seen.push(...rows)
    if (seen.at(-1)?.['price'] === 6) live.ask({ factor: 5 })
    if (seen.at(-1)?.['price'] === 10) live.close()
  }
  expect(seen.at(-1)).toMatchObject({ symbol: 'AAA', price: 10 })
})

test('a refusal is an error, before the socket opens and after', async () => {
  const test = testBackend(backend)
  await expect(test.subscribe('quotes')).rejects.toMatchObject({ status: 401 })
  await expect(test.subscribe('plain', {}, { headers })).rejects.toMatchObject({ code: 'test-widget-unknown' })
  const live = await test.subscribe('quotes', { factor: 'much' as never }, { headers })
  await expect(live.next()).rejects.toMatchObject({ status: 422 })
})
