import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exactSsrmRequestSchema, receivedSsrmAnswerSchema, ssrmRequestSchema } from './ssrm.ts'

/** An advanced filter as deep as one likes. */
function nest(levels: number): unknown {
  let filter: unknown = { filterType: 'text', colId: 'a', type: 'blank' }
  for (let level = 0; level < levels; level += 1) filter = { filterType: 'join', type: 'AND', conditions: [filter] }
  return filter
}

const empty = {
  startRow: 0,
  endRow: 500,
  rowGroupCols: [],
  groupKeys: [],
  valueCols: [],
  pivotCols: [],
  pivotMode: false,
  filterModel: {},
  sortModel: [],
}

describe('the request of a server-side grid', () => {
  test.each([
    ['nothing', undefined, {}],
    ['null', null, {}],
    ["the grid's first request", { startRow: 0, endRow: 500 }, {}],
    ['the probe, with parameters in the body', { startRow: 0, endRow: 10, desk: 'rates' }, { endRow: 10 }],
    ['a start without an end', { startRow: 1000 }, { startRow: 1000, endRow: 1500 }],
    ['numbers in quotes', { startRow: '5', endRow: '7' }, { startRow: 5, endRow: 7 }],
    ['nulls', { filterModel: null, sortModel: null, rowGroupCols: null, pivotMode: null, query: null }, {}],
    ['an internal hint', { disableCache: true }, {}],
    ['a query', { query: 'select 1' }, { query: 'select 1' }],
    [
      'a grouping under one key',
      { grouping: { rowGroupCols: [{ id: 'a', displayName: 'A', field: 'a' }], groupKeys: ['x', null] } },
      { rowGroupCols: [{ id: 'a', displayName: 'A', field: 'a' }], groupKeys: ['x', null] },
    ],
    [
      'columns with only an id or a field',
      { rowGroupCols: ['a', { id: 'b' }], valueCols: [{ field: 'c' }, { field: 'd', aggFunc: 'AVG' }] },
      {
        rowGroupCols: [
          { id: 'a', field: 'a' },
          { id: 'b', field: 'b' },
        ],
        valueCols: [
          { id: 'c', field: 'c', aggFunc: 'sum' },
          { id: 'd', field: 'd', aggFunc: 'avg' },
        ],
      },
    ],
    [
      'a sort without a direction',
      {
        sortModel: [
          { colId: 'a', sort: null },
          { colId: 'b', sort: 'desc', type: 'absolute' },
        ],
      },
      { sortModel: [{ colId: 'b', sort: 'desc' }] },
    ],
    [
      'an old combined filter',
      {
        filterModel: {
          a: {
            filterType: 'number',
            operator: 'or',
            condition1: { filterType: 'number', type: 'lessThan', filter: 1 },
            condition2: { type: 'inRange', filter: 5, filterTo: 9 },
          },
          b: null,
        },
      },
      {
        filterModel: {
          a: {
            filterType: 'number',
            operator: 'OR',
            conditions: [
              { filterType: 'number', type: 'lessThan', filter: 1 },
              { filterType: 'number', type: 'inRange', filter: 5, filterTo: 9 },
            ],
          },
        },
      },
    ],
    [
      'filters without their type',
      {
        filterModel: {
          a: { values: ['x', null] },
          b: { type: 'equals', filter: 1 },
          c: { type: 'equals', dateFrom: 'x' },
        },
      },
      {
        filterModel: {
          a: { filterType: 'set', values: ['x', null] },
          b: { filterType: 'number', type: 'equals', filter: 1 },
          c: { filterType: 'date', type: 'equals', dateFrom: 'x' },
        },
      },
    ],
    [
      'several filters of one column',
      { filterModel: { a: { filterType: 'multi', filterModels: [null, { filterType: 'set', values: [] }] } } },
      { filterModel: { a: { filterType: 'multi', filterModels: [null, { filterType: 'set', values: [] }] } } },
    ],
    [
      'an advanced filter',
      {
        filterModel: {
          filterType: 'join',
          type: 'AND',
          conditions: [{ filterType: 'text', colId: 'a', type: 'contains', filter: 'x' }],
        },
      },
      {
        filterModel: {
          filterType: 'join',
          type: 'AND',
          conditions: [{ filterType: 'text', colId: 'a', type: 'contains', filter: 'x' }],
        },
      },
    ],
  ])('is read from %s', (_title, body, expected) => {
    expect(ssrmRequestSchema.parse(body)).toEqual({ ...empty, ...expected })
  })

  test.each([
    ['an array', []],
    ['a text', 'rows'],
    ['a start in words', { startRow: 'first' }],
    ['a negative start', { startRow: -1 }],
    ['an unknown sum', { valueCols: [{ field: 'a', aggFunc: 'median' }] }],
    ['a sort sideways', { sortModel: [{ colId: 'a', sort: 'up' }] }],
    ['an unknown comparison', { filterModel: { a: { filterType: 'text', type: 'like', filter: 'x' } } }],
    ['an unknown filter', { filterModel: { a: { filterType: 'regex', filter: 'x' } } }],
    ['columns that are numbers', { rowGroupCols: [1] }],
    ['filters without an end', { filterModel: nest(50_000) }],
  ])('is refused with %s', (_title, body) => {
    expect(ssrmRequestSchema.safeParse(body).success).toBe(false)
  })

  test('is refused with the place of the problem', () => {
    const filterModel = {
      ok: { filterType: 'set', values: [] },
      bad: { filterType: 'text', type: 'like', filter: 'x' },
    }
    const { error } = ssrmRequestSchema.safeParse({ filterModel })
    expect(error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'filterModel.bad.type: Invalid option: expected one of "contains"|"notContains"|"equals"|"notEqual"|"startsWith"|"endsWith"|"blank"|"notBlank"',
    ])
  })

  test('is read without a crash from anything, and what was read is exact and stays as it is', () => {
    const part = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom(
        0,
        '10',
        null,
        [],
        {},
        { a: { filterType: 'set', values: [1] } },
        [{ colId: 'a', sort: 'asc' }],
        ['a'],
      ),
    )
    const body = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.constantFrom(...Object.keys(empty), 'grouping', 'query'), part),
    )
    fc.assert(
      fc.property(body, (value) => {
        const { data } = ssrmRequestSchema.safeParse(value)
        if (data === undefined) return
        expect(exactSsrmRequestSchema.parse(data)).toEqual(data)
        expect(ssrmRequestSchema.parse(data)).toEqual(data)
      }),
      { numRuns: 500 },
    )
  })
})

test('an answer may be a bare array of rows', () => {
  expect(receivedSsrmAnswerSchema.parse([{ a: 1 }])).toEqual({ rowData: [{ a: 1 }] })
  expect(receivedSsrmAnswerSchema.parse({ rowData: [], rowCount: 0, x: 1 })).toEqual({ rowData: [], rowCount: 0 })
  expect(receivedSsrmAnswerSchema.safeParse({ rows: [] }).success).toBe(false)
})
