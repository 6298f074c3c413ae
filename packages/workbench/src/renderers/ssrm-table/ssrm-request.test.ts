import { exactSsrmRequestSchema } from 'deskwright/spec'
import { expect, it } from 'vitest'
import { groupAt, toFirstRequest, toSsrmRequest } from './ssrm-request.ts'

const sector = { field: 'sector', headerName: 'Sector' }
const value = { field: 'mv', headerName: 'Market value', aggFunc: 'sum' } as const
const page = { startRow: 500, endRow: 1000, sortModel: [{ colId: 'mv', sort: 'desc' }], filterModel: {} } as const
const name = { id: 'sector', displayName: 'Sector', field: 'sector' }

it('writes the body of a page of groups as AG Grid does', () => {
  const path = { groups: [sector], keys: [] }
  const body = toSsrmRequest({ ...page, sortModel: [...page.sortModel] }, path, [sector, value], 'select 1')
  expect(body).toEqual({
    startRow: 500,
    endRow: 1000,
    rowGroupCols: [name],
    valueCols: [{ id: 'mv', displayName: 'Market value', field: 'mv', aggFunc: 'sum' }],
    pivotCols: [],
    pivotMode: false,
    groupKeys: [],
    filterModel: {},
    sortModel: [{ colId: 'mv', sort: 'desc' }],
    query: 'select 1',
  })
  expect(exactSsrmRequestSchema.safeParse(body).success).toBe(true)
})

it('asks for nothing but rows at first', () => {
  expect(toFirstRequest(500, '')).toEqual({ startRow: 0, endRow: 500 })
})

it('knows which column a level is about', () => {
  expect(groupAt({ groups: [sector], keys: [] })).toBe(sector)
  expect(groupAt({ groups: [sector], keys: ['Energy'] })).toBeUndefined()
})
