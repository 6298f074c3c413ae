import { expect, test } from 'vitest'
import { testBackend } from 'deskwright/testing'
import backend from './backend.ts'

test('the socket brings the rows of the watched shares, and what they trade at', async () => {
  const live = await testBackend(backend).subscribe('quotes', { symbols: ['BETA'] })
  const [rows] = await live.next()
  expect(rows).toMatchObject({ symbol: 'BETA', price: expect.any(Number) })
  const [trade] = await live.next()
  expect(trade).toMatchObject({ symbol: 'BETA', price: expect.any(Number) })
  live.close()
})

test('the cores are polled', async () => {
  const live = await testBackend(backend).subscribe('cores')
  expect((await live.next())[0]).toMatchObject({ core: expect.any(Number), busy: expect.any(Number) })
  live.close()
})
