import { describe, expect, test } from 'vitest'
import { column, defineBackend, param } from '../index.ts'
import { connect, start } from './live-client.fixture.ts'
import { liveGrid } from './live-grid.ts'
import { createSource } from './source.fixture.ts'

interface Quote {
  readonly symbol: string
  readonly price: number
}

const symbols = ['AAA', 'BBB']

function desk() {
  const source = createSource<Quote>()
  const prices = new Map(symbols.map((symbol) => [symbol, 1]))
  const asked: unknown[] = []
  const quotes = liveGrid({
    name: 'Quotes',
    params: { symbols: param.text('Symbols', { value: symbols, multiple: true }) },
    columns: { symbol: column.text('Symbol'), price: column.number('Price'), venue: column.text('Venue') },
    rowId: 'symbol',
    load: ({ symbols }) => symbols.map((symbol) => ({ symbol, price: prices.get(symbol) ?? 0, venue: 'X' })),
    subscribe: async function* ({ symbols }, { signal }) {
      asked.push(symbols)
      for await (const quote of source.subscribe(signal)) if (symbols.includes(quote.symbol)) yield quote
    },
  })
  const move = (symbol: string, price: number) => {
    prices.set(symbol, price)
    source.push({ symbol, price })
  }
  return { source, asked, move, quotes, backend: defineBackend({ name: 'Live', widgets: { quotes } }) }
}

test('the document says where the socket is and what identifies a row', () => {
  const { backend } = desk()
  expect(backend.manifest.diagnostics).toEqual([])
  expect(backend.manifest.widgets['quotes']).toMatchObject({
    type: 'live_grid',
    endpoint: 'widgets/quotes',
    wsEndpoint: 'widgets/quotes/live',
    data: { wsRowIdColumn: 'symbol' },
  })
})

test('what TypeScript would have refused is told before anything is served', () => {
  const wrong = { name: 'Quotes', rowId: 'symbol', load: () => [], subscribe: undefined } as never
  const { manifest } = defineBackend({ name: 'Live', widgets: { quotes: liveGrid(wrong) } })
  expect(manifest.diagnostics).toMatchObject([{ where: 'widget "quotes"', path: 'subscribe' }])
})

test('two live grids at one address are told apart', () => {
  const { quotes } = desk()
  const { manifest } = defineBackend({
    name: 'Live',
    widgets: {
      a: { ...quotes, options: { ...quotes.options, endpoint: 'same' } },
      b: { ...quotes, options: { ...quotes.options, endpoint: 'same' } },
    },
  })
  expect(manifest.diagnostics.map(({ code }) => code)).toContain('endpoint-taken')
  expect(manifest.sockets).toHaveLength(1)
})

describe('a client', () => {
  test('gets the rows after its first params message, and then what changes', async () => {
    const { backend, move } = desk()
    const client = await connect(await start(backend))
    client.ask({ symbols: ['AAA', 'BBB'] })
    await client.until(({ rows }) => rows.size === 2)
    move('AAA', 2)
    await client.until(({ rows }) => rows.get('AAA')?.['price'] === 2)
    expect(client.updates).toEqual([
      { symbol: 'AAA', price: 1, venue: 'X' },
      { symbol: 'BBB', price: 1, venue: 'X' },
      { symbol: 'AAA', price: 2 },
    ])
  })

  test('has its place in the path, when the endpoint says so', async () => {
    const seen: unknown[] = []
    const book = liveGrid({
      name: 'Book',
      endpoint: 'books/{symbol}',
      params: { symbol: param.text('Symbol', { value: 'AAA' }) },
      rowId: 'symbol',
      load: ({ symbol }) => [{ symbol, price: 1 }],
      subscribe: ({ symbol }) => {
        seen.push(symbol)
        return new ReadableStream<{ symbol: string }>()
      },
    })
    const backend = defineBackend({ name: 'Live', widgets: { book } })
    expect(backend.manifest.widgets['book']?.wsEndpoint).toBe('books/{symbol}/live')
    const client = await connect(await start(backend), 'books/A%2FB/live')
    client.ask({})
    await client.until(({ rows }) => rows.size === 1)
    expect([seen, client.updates]).toEqual([['A/B'], [{ symbol: 'A/B', price: 1 }]])
  })

  test('keeps its rows when there is nothing more to come', async () => {
    const once = liveGrid({
      name: 'Once',
      rowId: 'symbol',
      load: () => [{ symbol: 'AAA', price: 1 }],
      subscribe: () =>
        new ReadableStream<{ symbol: string; price: number }>({
          start(stream) {
            stream.enqueue({ symbol: 'AAA', price: 2 })
            stream.close()
          },
        }),
    })
    const client = await connect(await start(defineBackend({ name: 'Live', widgets: { quotes: once } })))
    client.ask({})
    await client.until(({ rows }) => rows.get('AAA')?.['price'] === 2)
    expect(client.socket.readyState).toBe(client.socket.OPEN)
  })
})
