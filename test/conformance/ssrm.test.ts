import { param, ssrmTable, type SsrmContext } from 'deskwright'
import type { SsrmRequest } from 'deskwright/spec'
import { expect } from 'vitest'
import { one } from './desk.ts'
import { requirement } from './requirement.ts'
import type { Connect } from './workspace.ts'

const params = { book: param.text('Book', { value: 'main' }), query: param.text('Query') }
const rowData = [{ sector: 'Energy', mv: 120.5 }]

/** Asks a server-side table, and gives what its loader got. */
const arrives = async (connect: Connect, body: unknown, query = '') => {
  let request: SsrmRequest | undefined
  let values: unknown
  const load = (decoded: unknown, context: SsrmContext) => {
    values = decoded
    request = context.request
    return { rowData, rowCount: 1 }
  }
  const { send } = await connect(one(ssrmTable({ name: 'Rows', params, load })))
  const answer = await send(`/widgets/w${query}`, { method: 'POST', body: JSON.stringify(body) })
  expect([answer.status, await answer.json()]).toEqual([200, { rowData, rowCount: 1 }])
  return { request: request as SsrmRequest, values }
}

const sector = { id: 'sector', displayName: 'Sector', field: 'sector' }
const mv = { id: 'mv', displayName: 'Value', field: 'mv', aggFunc: 'sum' }

requirement('SSRM-01', async (connect) => {
  expect((await arrives(connect, {})).request).toMatchObject({ startRow: 0, endRow: 500 })
})

requirement('SSRM-02', async (connect) => {
  const { request } = await arrives(connect, { startRow: 500, endRow: 1500 })
  expect(request).toMatchObject({ startRow: 500, endRow: 1500 })
})

requirement('SSRM-03', async (connect) => {
  const asked = { rowGroupCols: [sector, { ...sector, id: 'issuer', field: 'issuer' }], groupKeys: ['Energy'] }
  expect((await arrives(connect, asked)).request).toMatchObject(asked)
  expect((await arrives(connect, {})).request).toMatchObject({ rowGroupCols: [], groupKeys: [] })
})

requirement('SSRM-04', async (connect) => {
  const asked = { rowGroupCols: [sector], groupKeys: [null] }
  expect((await arrives(connect, asked)).request).toMatchObject(asked)
})

requirement('SSRM-05', async (connect) => {
  for (const aggFunc of ['sum', 'min', 'max', 'avg', 'count', 'first', 'last']) {
    const asked = { valueCols: [{ ...mv, aggFunc }] }
    expect((await arrives(connect, asked)).request).toMatchObject(asked)
  }
  expect((await arrives(connect, {})).request.valueCols).toEqual([])
})

requirement('SSRM-06', async (connect) => {
  const asked = { pivotCols: [sector], pivotMode: true }
  expect((await arrives(connect, asked)).request).toMatchObject(asked)
  expect((await arrives(connect, {})).request).toMatchObject({ pivotCols: [], pivotMode: false })
})

requirement('SSRM-07', async (connect) => {
  const sortModel = [
    { colId: 'mv', sort: 'desc' },
    { colId: 'sector', sort: 'asc' },
  ]
  expect((await arrives(connect, { sortModel })).request.sortModel).toEqual(sortModel)
  expect((await arrives(connect, {})).request.sortModel).toEqual([])
})

requirement('SSRM-08', async (connect) => {
  for (const body of [{}, { filterModel: null }, { filterModel: {} }]) {
    expect((await arrives(connect, body)).request.filterModel).toEqual({})
  }
})

requirement('SSRM-09', async (connect) => {
  const { request, values } = await arrives(connect, { startRow: 0, endRow: 10, query: 'select 1' })
  expect(request.query).toBe('select 1')
  expect(values).toMatchObject({ query: 'select 1' })
})

requirement('SSRM-10', async (connect) => {
  const { request } = await arrives(connect, {
    startRow: 0,
    endRow: 5,
    disableCache: true,
    extra: { a: [1] },
    context: null,
  })
  expect(request).toMatchObject({ startRow: 0, endRow: 5 })
})

requirement('SSRM-11', async (connect) => {
  expect((await arrives(connect, { book: 'body' })).values).toMatchObject({ book: 'body' })
  expect((await arrives(connect, { book: 'body' }, '?book=query')).values).toMatchObject({ book: 'query' })
})

requirement('SSRM-12', async (connect) => {
  const grouping = { rowGroupCols: [sector], groupKeys: ['Energy'], valueCols: [mv], pivotCols: [], pivotMode: false }
  expect((await arrives(connect, { startRow: 0, endRow: 10, grouping })).request).toMatchObject(grouping)
  const absent = await arrives(connect, { startRow: 0, endRow: 10, grouping: null })
  expect(absent.request).toMatchObject({ rowGroupCols: [], groupKeys: [] })
})

requirement('SSRM-13', async (connect) => {
  const { request, values } = await arrives(connect, { book: 'hedge' })
  expect(request).toMatchObject({ startRow: 0, endRow: 500, groupKeys: [], filterModel: {} })
  expect(values).toMatchObject({ book: 'hedge' })
})

requirement('SSRM-14', async (connect) => {
  const { send } = await connect(one(ssrmTable({ name: 'Rows', load: () => ({ rowData }) })))
  const bodies = [{ startRow: 'many' }, { startRow: -1, endRow: 5 }, { sortModel: [{ colId: 'a', sort: 'up' }] }]
  for (const body of [...bodies, { filterModel: { a: { filterType: 'regex', filter: 'x' } } }]) {
    const answer = await send('/widgets/w', { method: 'POST', body: JSON.stringify(body) })
    expect([JSON.stringify(body), answer.status]).toEqual([JSON.stringify(body), expect.toBeOneOf([400, 422])])
    expect(await answer.json()).toEqual({ detail: expect.stringMatching(new RegExp(Object.keys(body)[0]!)) as string })
  }
})

/** What a server-side table answers for a value of its loader. */
const answerOf = async (connect: Connect, value: unknown) =>
  (await connect(one(ssrmTable({ name: 'Rows', load: () => value as never })))).ask()

requirement('SSRM-15', async (connect) => {
  const answer = await answerOf(connect, { rowData, rowCount: 11 })
  expect([answer.status, await answer.json()]).toEqual([200, { rowData, rowCount: 11 }])
})

requirement('SSRM-16', async (connect) => {
  for (const value of [rowData, { rows: rowData }, { rowData: { a: 1 } }]) {
    const answer = await answerOf(connect, value)
    expect(answer.status).toBe(500)
    expect(await answer.json()).toEqual({ detail: expect.stringMatching(/^widget "w" .*rowData/) as string })
  }
})

requirement('SSRM-17', async (connect) => {
  for (const value of [{ rowData }, { rowData, rowCount: -1 }]) {
    expect(await (await answerOf(connect, value)).json()).toEqual(value)
  }
})

requirement('SSRM-18', async (connect) => {
  const value = { rowData, rowCount: 1, pivotResultFields: ['2025_mv', '2026_mv'] }
  expect(await (await answerOf(connect, value)).json()).toEqual(value)
})

requirement('SSRM-23', async (connect) => {
  const answer = await answerOf(connect, { rowData: [], rowCount: 0, error: 'The warehouse is closed' })
  expect([answer.status, await answer.json()]).toMatchObject([200, { error: 'The warehouse is closed' }])
})

/** Expects that filters of a column arrive as they were sent. */
const expectFilters =
  (...filters: readonly object[]) =>
  async (connect: Connect) => {
    for (const filter of filters) {
      const { request } = await arrives(connect, { filterModel: { column: filter } })
      expect(request.filterModel).toEqual({ column: filter })
    }
  }

const each = (types: readonly string[], filter: object) => types.map((type) => ({ ...filter, type }))
const blanks = ['blank', 'notBlank']
const scalar = ['equals', 'notEqual', 'greaterThan', 'greaterThanOrEqual', 'lessThan', 'lessThanOrEqual']
const textual = ['contains', 'notContains', 'equals', 'notEqual', 'startsWith', 'endsWith']
const noon = '2026-01-02 12:00:00'

requirement(
  'FILT-01',
  expectFilters(...each(textual, { filterType: 'text', filter: 'x' }), ...each(blanks, { filterType: 'text' })),
)

requirement(
  'FILT-02',
  expectFilters(
    ...each(scalar, { filterType: 'number', filter: 1.5 }),
    { filterType: 'number', type: 'inRange', filter: 5, filterTo: 9 },
    ...each(blanks, { filterType: 'number' }),
  ),
)

requirement(
  'FILT-03',
  expectFilters(
    ...each(scalar, { filterType: 'date', dateFrom: noon, dateTo: null }),
    { filterType: 'date', type: 'inRange', dateFrom: noon, dateTo: noon },
    ...each(blanks, { filterType: 'date', dateFrom: null, dateTo: null }),
  ),
)

requirement('FILT-04', expectFilters(...each(['true', 'false'], { filterType: 'boolean' })))

requirement(
  'FILT-05',
  expectFilters({ filterType: 'set', values: ['Energy', null] }, { filterType: 'set', values: [] }),
)

requirement(
  'FILT-06',
  expectFilters({
    filterType: 'multi',
    filterModels: [null, { filterType: 'text', type: 'contains', filter: 'x' }, { filterType: 'set', values: ['x'] }],
  }),
)

const less = { filterType: 'number', type: 'lessThan', filter: 1 }
const range = { filterType: 'number', type: 'inRange', filter: 5, filterTo: 9 }

requirement(
  'FILT-07',
  expectFilters(
    { filterType: 'number', operator: 'OR', conditions: [less, range] },
    { filterType: 'number', operator: 'AND', conditions: [less, range, less] },
  ),
)

requirement('FILT-08', async (connect) => {
  const old = { filterType: 'number', operator: 'OR', condition1: less, condition2: range }
  const { request } = await arrives(connect, { filterModel: { mv: old } })
  expect(request.filterModel).toMatchObject({ mv: { filterType: 'number', operator: 'OR', conditions: [less, range] } })
})

requirement('FILT-09', async (connect) => {
  const leaf = { filterType: 'text', colId: 'sector', type: 'contains', filter: 'En' }
  const number = { filterType: 'number', colId: 'mv', type: 'lessThan', filter: 5 }
  const join = {
    filterType: 'join',
    type: 'OR',
    conditions: [leaf, { filterType: 'join', type: 'AND', conditions: [number] }],
  }
  for (const filterModel of [join, leaf]) {
    expect((await arrives(connect, { filterModel })).request.filterModel).toEqual(filterModel)
  }
})
