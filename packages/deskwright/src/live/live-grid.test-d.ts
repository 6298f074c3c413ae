import { expectTypeOf, test } from 'vitest'
import { column, param } from '../index.ts'
import type { AnyWidget } from '../define/widget.ts'
import { reload } from '../define/live-update.ts'
import { liveGrid } from './live-grid.ts'

const columns = { symbol: column.text('Symbol'), venue: column.text('Venue'), price: column.number('Price') }
const params = { symbols: param.text('Symbols', { value: ['AAA'], multiple: true }) }
const load = () => [{ symbol: 'AAA', venue: 'X', price: 1 }]

test('updates have the fields that identify a row, and any others', () => {
  expectTypeOf(
    liveGrid({
      name: 'Quotes',
      params,
      columns,
      rowId: ['symbol', 'venue'],
      load,
      subscribe: async function* ({ symbols }, { signal }) {
        expectTypeOf(symbols).toEqualTypeOf<string[]>()
        expectTypeOf(signal).toEqualTypeOf<AbortSignal>()
        yield { symbol: 'AAA', venue: 'X', price: 2 }
        yield [{ symbol: 'AAA', venue: 'X' }]
        yield reload
      },
    }),
  ).toExtend<AnyWidget>()
})

test('an update without what identifies it, or with a wrong cell, is none', () => {
  liveGrid({
    name: 'Quotes',
    columns,
    rowId: 'symbol',
    load,
    // @ts-expect-error: it does not say which row it is
    subscribe: async function* () {
      yield { price: 2 }
    },
  })
  liveGrid({
    name: 'Quotes',
    columns,
    rowId: 'symbol',
    load,
    // @ts-expect-error: a price is a number
    subscribe: async function* () {
      yield { symbol: 'AAA', price: 'much' }
    },
  })
  // @ts-expect-error: there is no such column
  liveGrid({ name: 'Quotes', columns, rowId: 'isin', load, subscribe: async function* () {} })
})

test('without columns any rows will do', () => {
  liveGrid({
    name: 'Quotes',
    rowId: 'symbol',
    load: () => [{ symbol: 'AAA' }],
    subscribe: () => new ReadableStream<{ symbol: string; price: number }>(),
  })
})
