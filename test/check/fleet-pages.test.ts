import { describe, expect, test } from 'vitest'
import { check } from '../../packages/deskwright/src/check/check.ts'
import { prices } from './fleet.ts'
import { type Answer, serveDesk } from './serve-desk.ts'

interface Trade {
  readonly id: number
  readonly side: string
  readonly price: number | null
}

interface GridRequest {
  readonly startRow: number
  readonly endRow: number
  readonly sortModel?: readonly { readonly colId: keyof Trade; readonly sort: 'asc' | 'desc' }[]
  readonly filterModel?: Readonly<Record<string, { readonly filter: unknown }>>
  readonly rowGroupCols?: readonly { readonly field: keyof Trade }[]
  readonly groupKeys?: readonly string[]
}

const sides = ['buy', 'sell', 'Cross']
const trades: readonly Trade[] = Array.from({ length: 60 }, (_, id) => ({
  id,
  side: sides[id % 3]!,
  price: id % 7 === 0 ? null : (id * 37) % 100,
}))

type Rows = readonly Readonly<Partial<Trade> & { readonly key?: unknown }>[]

/** The steps of an answer. */
interface Steps {
  readonly filter: (rows: readonly Trade[], request: GridRequest) => readonly Trade[]
  readonly sort: (rows: readonly Trade[], request: GridRequest) => readonly Trade[]
  readonly group: (rows: readonly Trade[], request: GridRequest) => Rows
  readonly cut: (rows: Rows, request: GridRequest) => Rows
  readonly count: (rows: Rows, request: GridRequest) => number
}

/** A table that answers right. */
const steps: Steps = {
  filter: (rows, { filterModel = {} }) =>
    rows.filter((row) =>
      Object.entries(filterModel).every(([field, { filter }]) => row[field as keyof Trade] === filter),
    ),
  sort: (rows, { sortModel: [by] = [] }) =>
    by === undefined
      ? rows
      : rows.toSorted((one, other) => {
          const [a, b] = [one[by.colId], other[by.colId]]
          if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
          return (a < b ? -1 : a > b ? 1 : 0) * (by.sort === 'asc' ? 1 : -1)
        }),
  group: (rows, { rowGroupCols: [column] = [], groupKeys: [key] = [] }) => {
    if (column === undefined) return rows
    if (key !== undefined) return rows.filter((row) => row[column.field] === key)
    return [...new Set(rows.map((row) => row[column.field]))].map((value) => ({ [column.field]: value }))
  },
  cut: (rows, { startRow, endRow }) => rows.slice(startRow, endRow),
  count: (rows) => rows.length,
}

const serveTrades = (wrong: Partial<Steps>, spoil: (body: GridRequest) => number = () => 200) => {
  const { filter, sort, group, cut, count } = { ...steps, ...wrong }
  const answer: Answer = ({ body }, response) => {
    const request = JSON.parse(body) as GridRequest
    const rows = group(sort(filter(trades, request), request), request)
    response.writeHead(spoil(request))
    response.end(JSON.stringify({ rowData: cut(rows, request), rowCount: count(rows, request) }))
  }
  return serveDesk({ widgets: { trades: { ...prices, type: 'ssrm_table', endpoint: 'trades' } } }, answer)
}

const say = async (url: string) =>
  (await check(url, { only: ['pages'] })).findings.map(
    ({ severity, code, message }) => `${severity} ${code} ${message}`,
  )

describe('the pages of a table', () => {
  test('that agree have nothing wrong', async () => {
    expect(await say(await serveTrades({}))).toEqual([])
  })

  test('may have counts that nobody knows, and empty cells first', async () => {
    const emptyFirst = (rows: readonly Trade[], request: GridRequest) =>
      steps.sort(rows, request).toSorted((one, other) => Number(one.price !== null) - Number(other.price !== null))
    expect(await say(await serveTrades({ count: () => -1 }))).toEqual([])
    expect(
      await say(
        await serveTrades({
          sort: (rows, request) =>
            request.sortModel?.[0]?.colId === 'price' ? emptyFirst(rows, request) : steps.sort(rows, request),
        }),
      ),
    ).toEqual([])
  })

  test.each<[string, Partial<Steps>, readonly string[]]>([
    [
      'that are not sorted',
      { sort: (rows) => rows },
      [
        'warning ssrm-sort Asked for {"sortModel":[{"colId":"id","sort":"desc"}]}: row 1 stands behind {"id":0}, but is {"id":1,',
      ],
    ],
    [
      'that are sorted each by itself',
      {
        sort: (rows) => rows,
        cut: (rows, request) => steps.sort(steps.cut(rows, request) as readonly Trade[], request),
      },
      [
        'warning ssrm-sort Asked for {"sortModel":[{"colId":"id","sort":"desc"}]}: row 10 stands behind {"id":0}, but is {"id":19,',
      ],
    ],
    [
      'that are sorted as text',
      {
        sort: (rows, { sortModel: [by] = [] }) =>
          by === undefined
            ? rows
            : rows.toSorted(
                (one, other) =>
                  String(one[by.colId]).localeCompare(String(other[by.colId])) * (by.sort === 'asc' ? 1 : -1),
              ),
      },
      ['warning ssrm-sort Asked for {"sortModel":[{"colId":"id","sort":"desc"}]}'],
    ],
    [
      'that are not filtered',
      { filter: (rows) => rows },
      [
        'warning ssrm-filter Asked for {"filterModel":{"id":{"filterType":"number","type":"equals","filter":0}}}: row 1 is {"id":1,',
      ],
    ],
    [
      'that lack what is filtered for',
      { filter: (rows, { filterModel = {} }) => (Object.keys(filterModel).length > 0 ? [] : rows) },
      ['warning ssrm-filter', 'no row came, though there is {"id":0,"side":"buy"'],
    ],
    [
      'that are counted before they are filtered',
      { count: (rows, { filterModel = {} }) => (Object.keys(filterModel).length > 0 ? 60 : rows.length) },
      ['warning ssrm-filter', 'rowCount is 60, and 60 without it, though it leaves out {"id":1,'],
    ],
    [
      'that count only themselves',
      { count: (rows, { startRow }) => (startRow === 10 ? 10 : rows.length) },
      ['warning ssrm-count Asked for {"startRow":10,"endRow":20}: rowCount is 10, but it was 60 with {"id":0,'],
    ],
    [
      'that never end',
      {
        cut: (rows, { startRow, endRow }) => (startRow >= rows.length ? rows.slice(-10) : rows.slice(startRow, endRow)),
      },
      ['warning ssrm-beyond Asked for {"startRow":1060}: 10 rows came, though rowCount is 60, the first {"id":50,'],
    ],
    [
      'that are not grouped',
      { group: (rows) => rows },
      ['warning ssrm-group', 'the group "buy" came twice, the second time as {"id":3,'],
    ],
    [
      'whose groups have another name',
      {
        group: (rows, request) =>
          steps.group(rows, request).map((row) => ('id' in row ? row : { key: Object.values(row)[0] })),
      },
      ['warning ssrm-group', 'a row has no "side": {"key":"buy"}'],
    ],
    [
      'whose groups cannot be opened',
      { group: (rows, request) => (request.groupKeys?.length ? rows : steps.group(rows, request)) },
      ['warning ssrm-group', '"groupKeys":["buy"]}: a row of another group came: {"id":1,'],
    ],
  ])('%s are found', async (_name, wrong, expected) => {
    const said = await say(await serveTrades(wrong))
    for (const part of expected) expect(said.filter((line) => line.includes(part))).toHaveLength(1)
    expect(new Set(said.map((line) => line.split(' ')[1])).size).toBe(1)
  })

  test('that fail on a sort are found, with the status', async () => {
    const url = await serveTrades({}, ({ sortModel: [by] = [] }) => (by === undefined ? 200 : 500))
    expect((await say(url)).at(0)).toContain('"sort":"desc"}]}: the answer is 500')
  })

  test('of rows that change while they are looked at are left alone', async () => {
    let asked = 0
    const url = await serveTrades({ sort: (rows) => rows, count: () => 60 + (asked += 1) })
    expect(await say(url)).toEqual([])
  })

  test('are asked for with a dozen requests at most', async () => {
    const bodies: string[] = []
    const url = await serveDesk(
      { widgets: { trades: { ...prices, type: 'ssrm_table' } } },
      ({ method, body }, response) => {
        if (method === 'POST') bodies.push(body)
        response.end(JSON.stringify({ rowData: trades.slice(0, 10), rowCount: 60 }))
      },
    )
    await check(url)
    expect(bodies.length).toBeLessThanOrEqual(12)
  })
})
