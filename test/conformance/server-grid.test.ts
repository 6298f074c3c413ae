import { duckdb, sql, ssrmTable } from 'deskwright/sql'
import { afterAll, expect } from 'vitest'
import { one } from './desk.ts'
import { requirement } from './requirement.ts'
import type { Connect } from './workspace.ts'

const db = duckdb({
  views: {
    bonds: sql`select * from (values
      (1, 'Energy', 'Oil', 10.0), (2, 'Energy', 'Gas', 20.0), (3, 'Energy', 'Oil', 30.0), (4, 'Banks', 'Bank', 40.0),
      (5, 'Banks', 'bank one', 50.0), (6, '', 'x', 60.0), (7, null, 'y', 70.0)) as v(id, sector, issuer, mv)`,
  },
})
afterAll(() => db.close())

interface Page {
  readonly rowData: readonly Readonly<Record<string, unknown>>[]
  readonly rowCount: number
}

const ask = async (connect: Connect, body: object): Promise<Page> => {
  const { send } = await connect(one(ssrmTable({ name: 'Bonds', from: db.table('bonds') })))
  const answer = await send('/widgets/w', { method: 'POST', body: JSON.stringify(body) })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Page
}
const ids = async (connect: Connect, filterModel: object) =>
  (await ask(connect, { filterModel })).rowData.map(({ id }) => id)

const by = (field: string) => ({ id: field, displayName: field, field })
const text = (type: string, filter?: string) => ({ filterType: 'text', type, ...(filter !== undefined && { filter }) })

requirement('SSRM-19', async (connect) => {
  const { rowData } = await ask(connect, { startRow: 2, endRow: 4, sortModel: [{ colId: 'id', sort: 'asc' }] })
  expect(rowData.map(({ id }) => id)).toEqual([3, 4])
})

requirement('SSRM-20', async (connect) => {
  const filterModel = { mv: { filterType: 'number', type: 'lessThan', filter: 55 } }
  expect((await ask(connect, { endRow: 2, filterModel })).rowCount).toBe(5)
  expect((await ask(connect, { filterModel, rowGroupCols: [by('sector')] })).rowCount).toBe(2)
})

requirement('SSRM-21', async (connect) => {
  const { rowData } = await ask(connect, {
    rowGroupCols: [by('sector')],
    valueCols: [{ ...by('mv'), aggFunc: 'sum' }],
    filterModel: { sector: { filterType: 'set', values: ['Energy'] } },
  })
  expect(rowData).toEqual([{ sector: 'Energy', mv: 60, childCount: 3 }])
})

requirement('SSRM-22', async (connect) => {
  const opened = { rowGroupCols: [by('sector'), by('issuer')], groupKeys: ['Energy', 'Oil'] }
  expect((await ask(connect, opened)).rowData.map(({ id }) => id)).toEqual([1, 3])
})

requirement('FILT-10', async (connect) => {
  const sector = text('equals', 'Energy')
  expect(await ids(connect, { sector, mv: { filterType: 'number', type: 'greaterThan', filter: 15 } })).toEqual([2, 3])
})

requirement('FILT-11', async (connect) => {
  expect(await ids(connect, { sector: { filterType: 'set', values: [] } })).toEqual([])
})

requirement('FILT-12', async (connect) => {
  const mv = { filterType: 'number', type: 'inRange', filter: 10, filterTo: 40 }
  expect(await ids(connect, { mv })).toEqual([2, 3])
})

requirement('FILT-13', async (connect) => {
  expect(await ids(connect, { issuer: text('equals', 'BANK') })).toEqual([4])
  expect(await ids(connect, { issuer: text('contains', 'BANK') })).toEqual([4, 5])
})

requirement('FILT-14', async (connect) => {
  expect(await ids(connect, { sector: text('blank') })).toEqual([6, 7])
  expect(await ids(connect, { sector: text('notBlank') })).toEqual([1, 2, 3, 4, 5])
})
