import { expectTypeOf, test } from 'vitest'
import { column } from '../column.ts'
import type { RowSet } from '../row-set.ts'
import { liveGrid } from '../widgets/live-grid.ts'
import { ssrmTable } from '../widgets/ssrm-table.ts'
import { table } from '../widgets/table.ts'
import type { Row } from './column.ts'
import type { AnyWidget } from '../widget.ts'

interface Price {
  symbol: string
  close: number
  volume: bigint
  day: Date
}

declare const prices: readonly Price[]
declare const rowSet: RowSet<Price>

const columns = { symbol: column.text('Symbol'), close: column.number('Close'), day: column.date('Day') }

test('a row has a cell for each column, which may be empty', () => {
  expectTypeOf<Row<typeof columns>>().toEqualTypeOf<{
    readonly symbol: string | null | undefined
    readonly close: number | bigint | null | undefined
    readonly day: string | Date | null | undefined
  }>()
})

test('rows of an interface, with further fields, later or in their engine are rows', () => {
  expectTypeOf([
    table({ name: 'T', columns, load: () => prices }),
    table({ name: 'T', columns, load: async () => prices }),
    table({ name: 'T', columns, load: () => rowSet }),
    table({ name: 'T', columns, load: async () => rowSet }),
    table({ name: 'T', columns, load: () => [{ symbol: 'A', close: null, day: '2026-03-31', further: true }] }),
    ssrmTable({ name: 'T', columns, load: () => ({ rowData: prices, rowCount: 1 }) }),
    ssrmTable({
      name: 'T',
      columns,
      load: async () => ({ rowData: [{ symbol: 'A', close: 1, day: null, further: 1 }] }),
    }),
    liveGrid({ name: 'T', columns, wsEndpoint: 'live', wsRowIdColumn: 'symbol', load: () => prices }),
  ]).toExtend<readonly AnyWidget[]>()
})

test('each column type says what its cells hold', () => {
  const every = {
    integer: column.integer('I'),
    percent: column.percent('P'),
    ratio: column.normalizedPercent('R'),
    flag: column.boolean('B'),
    object: column.object('O'),
    card: column.hoverCard('H'),
    line: column.sparkline('S', { type: 'line' }),
  }
  expectTypeOf([
    table({
      name: 'T',
      columns: every,
      load: () => [
        {
          integer: 1n,
          percent: 5,
          ratio: 0.05,
          flag: true,
          object: { a: 1 },
          card: { value: 'Acme', country: 'US' },
          line: [1, null, [0, 1], { x: 1, y: 2 }],
        },
      ],
    }),
  ]).toExtend<readonly AnyWidget[]>()
})

test('without columns, or with computed ones, rows are any objects', () => {
  const computed = Object.fromEntries(['jan', 'feb'].map((month) => [month, column.number(month)]))
  expectTypeOf<Row<typeof computed>>().toEqualTypeOf<object>()
  table({ name: 'T', load: () => [{ anything: 1 }] })
  table({ name: 'T', columns: computed, load: () => [{ jan: 1 }] })
})

test('with a dataKey the answer is any object', () => {
  expectTypeOf([
    table({ name: 'T', columns, dataKey: 'payload.rows', load: () => ({ payload: { rows: prices } }) }),
  ]).toExtend<readonly AnyWidget[]>()
})

test('a server-side table gets the complete request of its grid', () => {
  ssrmTable({
    name: 'T',
    load: (_params, { request }) => {
      expectTypeOf(request.startRow).toEqualTypeOf<number>()
      expectTypeOf(request.sortModel).toExtend<readonly { colId: string; sort: 'asc' | 'desc' }[]>()
      return { rowData: [] }
    },
  })
})
