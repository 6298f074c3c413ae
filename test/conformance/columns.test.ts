import { app, column, param, table, type Columns, type ColumnOptions } from 'deskwright'
import { chartTypes, colorConditions, formatterFns, type WireColumn } from 'deskwright/spec'
import { expect } from 'vitest'
import { expectError, many, one } from './desk.ts'
import { requirement } from './requirement.ts'
import type { Connect } from './workspace.ts'

const tableOf = (columns: Columns, options: object = {}) =>
  one(table({ name: 'Table', columns, load: () => [] as never[], ...options }))

/** Reads the columns that are sent for a table. */
const sentColumns = async (connect: Connect, columns: Columns): Promise<readonly WireColumn[]> =>
  (await (await connect(tableOf(columns))).widget()).data?.table?.columnsDefs ?? []

/** Reads the one column that is sent for a number column with options. */
const sent = async (connect: Connect, options: ColumnOptions) =>
  (await sentColumns(connect, { price: column.number('Price', options) }))[0]

/** Expects that keys of the author arrive on the wire as they are. */
const expectSent = (options: ColumnOptions) => async (connect: Connect) => {
  expect(await sent(connect, options)).toMatchObject(options)
}

/** Expects that options of a column stop the start. */
const expectRefused = (options: object, path: RegExp, message: RegExp) =>
  expectError(tableOf({ price: column.number('Price', options) }), path, message)

/** Expects that options of a table arrive under `data.table`. */
const expectTable = (options: object) => async (connect: Connect) => {
  expect((await (await connect(tableOf({}, options))).widget()).data?.table).toMatchObject(options)
}

requirement('TAB-01', async (connect) => {
  const columns = { z: column.text('Z'), a: column.text('A'), m: column.text('M') }
  const { data } = await (await connect(tableOf(columns))).widget()
  expect(data?.table?.columnsDefs?.map(({ field }) => field)).toEqual(['z', 'a', 'm'])
  expect(data?.table).not.toHaveProperty('columnDefs')
})

requirement('TAB-02', async (connect) => {
  const widget = table({ name: 'Table', showAll: true, load: () => [] })
  expect((await (await connect(one(widget))).widget()).data?.table ?? {}).not.toHaveProperty('columnsDefs')
})

requirement('TAB-03', expectTable({ showAll: false }))
requirement('TAB-04', expectTable({ enableCharts: true }))
requirement('TAB-05', expectTable({ enableAdvanced: true }))
requirement('TAB-06', expectTable({ enableFormulas: true }))
requirement('TAB-07', expectTable({ transpose: true }))
requirement('TAB-08', expectTable({ formatterFn: 'int' }))

requirement('VIEW-01', async (connect) => {
  const chartView = {
    enabled: true,
    chartType: 'line',
    cellRangeCols: { line: ['day', 'close'] },
    ignoreCellRange: true,
    chartNavigatorEnabled: true,
    chartMiniChartEnabled: true,
    chartSettingsOpen: true,
    xLabel: 'Day',
    yLabel: 'Close',
  }
  const columns = { day: column.date('Day'), close: column.number('Close') }
  const { widget } = await connect(tableOf(columns, { chartView }))
  expect((await widget()).data?.table?.chartView).toEqual(chartView)
})

requirement('VIEW-02', async (connect) => {
  expect(chartTypes).toHaveLength(33)
  const widgets = chartTypes.map((chartType) => {
    const chartView = { enabled: true, chartType }
    return [chartType, table({ name: chartType, chartView, load: () => [] })] as const
  })
  const entries = Object.entries(await (await connect(many(Object.fromEntries(widgets)))).widgets())
  expect(entries.map(([, { data }]) => data?.table?.chartView?.chartType)).toEqual(chartTypes)
})

requirement('VIEW-03', () => {
  const chartView = { enabled: true, chartType: 'candlestick' }
  expectError(tableOf({}, { chartView }), /chartView\.chartType/, /line/)
})

requirement('COL-01', async (connect) => {
  expect(await sentColumns(connect, { isin: column.text('ISIN'), price: column.number('Price') })).toMatchObject([
    { field: 'isin', headerName: 'ISIN' },
    { field: 'price', headerName: 'Price' },
  ])
})

requirement('COL-02', expectSent({ headerTooltip: 'The last price' }))

requirement('COL-03', async (connect) => {
  const columns = await sentColumns(connect, {
    text: column.text('T'),
    number: column.number('N'),
    integer: column.integer('I'),
    percent: column.percent('P'),
    ratio: column.normalizedPercent('R'),
    boolean: column.boolean('B'),
    date: column.date('D'),
    object: column.object('O'),
    card: column.hoverCard('C'),
  })
  const types = Object.fromEntries(columns.map(({ field, cellDataType }) => [field, cellDataType]))
  expect(types).toMatchObject({ text: 'text', number: 'number', integer: 'number', percent: 'number', ratio: 'number' })
  expect(types).toMatchObject({ boolean: 'boolean', object: 'object', card: 'object' })
  expect(types['date']).toBeOneOf(['date', 'dateString'])
})

requirement('COL-04', async (connect) => {
  for (const chartDataType of ['category', 'series', 'time', 'excluded'] as const) {
    await expectSent({ chartDataType })(connect)
  }
})

requirement('COL-05', async (connect) => {
  for (const decimalPlaces of [0, 6] as const) await expectSent({ decimalPlaces })(connect)
  for (const decimalPlaces of [-1, 7, 1.5]) expectRefused({ decimalPlaces }, /decimalPlaces/, /./)
})

requirement('COL-06', expectSent({ prefix: '$', suffix: ' bn' }))
requirement('COL-07', expectSent({ align: 'center' }))
requirement('COL-08', expectSent({ width: 120, minWidth: 80, maxWidth: 200 }))
requirement('COL-09', expectSent({ hide: true }))

requirement('COL-10', async (connect) => {
  await expectSent({ pinned: 'left' })(connect)
  await expectSent({ pinned: 'right' })(connect)
})

requirement('COL-11', expectSent({ rowGroup: true }))
requirement('COL-12', expectSent({ aggFunc: 'avg' }))
requirement('COL-13', expectSent({ sort: 'desc', sortIndex: 1 }))
requirement('COL-14', expectSent({ enableCellChangeWs: false }))

requirement('COL-15', async (connect) => {
  const both = await sent(connect, { renderFn: ['greenRed', 'showCellChange'] })
  expect(both?.renderFn).toEqual(['greenRed', 'showCellChange'])
  const found = await sent(connect, { renderFn: 'greenRed', colorRules: [{ condition: 'gt', value: 1, color: 'red' }] })
  expect(found?.renderFn).toEqual(expect.arrayContaining(['greenRed', 'columnColor']))
})

requirement('FMT-01', async (connect) => {
  expect(formatterFns).toEqual(['int', 'none', 'percent', 'normalized', 'normalizedPercent', 'dateToYear'])
  for (const formatterFn of formatterFns) await expectSent({ formatterFn })(connect)
})

requirement('FMT-02', () => expectRefused({ formatterFn: 'currency' }, /formatterFn/, /normalizedPercent/))

requirement('FN-01', async (connect) => {
  for (const renderFn of ['greenRed', 'titleCase', 'showCellChange'] as const) {
    const found = await sent(connect, { renderFn })
    expect([found?.renderFn].flat()).toEqual([renderFn])
    expect(found).not.toHaveProperty('renderFnParams')
  }
})

requirement('FN-02', async (connect) => {
  const [card] = await sentColumns(connect, { name: column.hoverCard('Name') })
  expect([card?.renderFn].flat()).toEqual(['hoverCard'])
})

const isin = param.text('ISIN')

/** A table whose cells set a parameter, beside one that has it. */
const clicking = (sets: ColumnOptions['sets'], columns: Columns = {}) => {
  const list = table({
    name: 'List',
    columns: { name: column.text('Name', { ...(sets && { sets }) }), ...columns },
    load: () => [] as never[],
  })
  const card = table({ name: 'Card', params: { isin_code: isin }, load: () => [] })
  return many({ list, card }, { apps: [app({ name: 'Desk', tabs: { One: [[list, card]] } })] })
}

const clickOf = async (connect: Connect, sets: ColumnOptions['sets'], columns?: Columns) =>
  (await (await connect(clicking(sets, columns))).widget('list')).data?.table?.columnsDefs?.[0]

requirement('FN-03', async (connect) => {
  for (const found of [
    await clickOf(connect, isin),
    await sent(connect, { sendToAgent: { markdown: 'Why {price}?' } }),
  ]) {
    expect([found?.renderFn].flat()).toEqual(['cellOnClick'])
    expect(found?.renderFnParams?.actionType).toBeOneOf(['groupBy', 'sendToAgent'])
  }
})

requirement('FN-04', async (connect) => {
  const colorRules = [{ condition: 'gt', value: 1, color: 'green' }] as const
  const found = await sent(connect, { colorRules })
  expect([found?.renderFn].flat()).toEqual(['columnColor'])
  expect(found?.renderFnParams?.colorRules).toEqual(colorRules)
})

requirement('CLICK-01', async (connect) => {
  const found = await clickOf(connect, isin)
  expect(found?.renderFnParams).toEqual({ actionType: 'groupBy', groupBy: { paramName: 'isin_code' } })
})

requirement('CLICK-02', async (connect) => {
  const found = await clickOf(connect, { param: isin, valueField: 'code' }, { code: column.text('Code') })
  expect(found?.renderFnParams?.groupBy).toEqual({ paramName: 'isin_code', valueField: 'code' })
})

requirement('CLICK-03', async (connect) => {
  const found = await clickOf(connect, { param: isin, forceUpdate: true })
  expect(found?.renderFnParams?.groupBy).toEqual({ paramName: 'isin_code', forceUpdate: true })
})

requirement('CLICK-04', async (connect) => {
  expect(JSON.stringify(await clickOf(connect, isin))).not.toContain('groupByParamName')
})

requirement('CLICK-05', async (connect) => {
  const sendToAgent = { markdown: 'Why {price}?', agentId: 'desk-helper' }
  expect((await sent(connect, { sendToAgent }))?.renderFnParams).toEqual({ actionType: 'sendToAgent', sendToAgent })
  expectRefused({ sendToAgent: { agentId: 'a' } }, /sendToAgent/, /markdown|string/)
})

requirement('CLICK-06', () => {
  for (const actionType of ['openUrl', 'openModal', 'openWidget']) {
    const wire = { ...column.text('A').wire, renderFn: 'cellOnClick', renderFnParams: { actionType } } as never
    expectError(tableOf({ a: { wire } }), /actionType/, /groupBy/)
  }
})

requirement('CLICK-07', async (connect) => {
  const { widget, param: find, apps } = await connect(clicking(isin))
  const click = (await widget('list')).data?.table?.columnsDefs?.[0]?.renderFnParams?.groupBy
  expect(await find(click?.paramName ?? '', 'card')).toMatchObject({ type: 'text' })
  const [desk] = await apps()
  expect(desk?.groups).toMatchObject([{ paramName: click?.paramName, widgetIds: ['list', 'card'] }])
  expect(Object.values(desk?.tabs ?? {})[0]?.layout.map(({ groups }) => groups)).toEqual([['Group 1'], ['Group 1']])
})

requirement('CLICK-08', async (connect) => {
  const columns = { name: column.text('Name', { sets: isin }) }
  const both = table({ name: 'Both', params: { isin }, columns, load: () => [] as never[] })
  expect(await (await connect(one(both))).param('isin')).toMatchObject({ show: false })
})

requirement('CLICK-09', () => {
  expectError(tableOf({ name: column.text('Name', { sets: isin }) }), /^widget "w" columns\.name/, /no widget/)
})

requirement('CARD-01', async (connect) => {
  const hoverCard = { cellField: 'short', title: 'Issuer', markdown: 'Rated {rating}' }
  expect((await sentColumns(connect, { a: column.hoverCard('A', { hoverCard }) }))[0]?.renderFnParams).toEqual({
    hoverCard,
  })
})

requirement('CARD-02', async (connect) => {
  const [card] = await sentColumns(connect, { a: column.hoverCard('A', { hoverCard: { title: 'A' } }) })
  expect(JSON.stringify(card)).not.toContain('hoverCardData')
})

requirement('CARD-03', async (connect) => {
  const row = { name: { value: 'Acme', note: 'Rated A', deep: { a: [1] } } }
  const widget = table({ name: 'Table', columns: { name: column.hoverCard('Name') }, load: () => [row] })
  expect(await (await connect(one(widget))).load()).toEqual([row])
})

const rule = { condition: 'gt', value: 1, color: 'green' } as const

requirement('RULE-01', async (connect) => {
  const colorRules = [3, 1, 2].map((value) => ({ ...rule, value }))
  expect((await sent(connect, { colorRules }))?.renderFnParams?.colorRules).toEqual(colorRules)
})

requirement('RULE-02', async (connect) => {
  expect([...colorConditions].sort()).toEqual([
    'between',
    'contains',
    'eq',
    'gt',
    'gte',
    'lt',
    'lte',
    'ne',
    'notContains',
  ])
  const colorRules = colorConditions.map((condition) =>
    condition === 'between'
      ? { condition, range: { min: 0, max: 10 }, color: 'red' as const }
      : { condition, value: condition.includes('ontains') ? 'x' : 1, color: 'red' as const },
  )
  expect((await sent(connect, { colorRules }))?.renderFnParams?.colorRules).toEqual(colorRules)
})

requirement('RULE-03', () => {
  expectRefused({ colorRules: [{ condition: 'between', value: 1, color: 'red' }] }, /colorRules\[0\]/, /range/)
  expectRefused({ colorRules: [{ condition: 'gt', color: 'red' }] }, /colorRules\[0\]/, /required|value/)
  expectRefused({ colorRules: [{ condition: 'contains', value: 1, color: 'red' }] }, /colorRules\[0\]/, /text|string/)
})

requirement('RULE-04', async (connect) => {
  const colors = ['green', 'red', 'blue', '#F80', '#ff8800', '#ABCdef'] as const
  const colorRules = colors.map((color) => ({ ...rule, color }))
  expect((await sent(connect, { colorRules }))?.renderFnParams?.colorRules).toEqual(colorRules)
})

requirement('RULE-05', () => {
  for (const color of ['yellow', '#ff88', '#ff880080', 'rgb(1,2,3)', 'ff8800', '']) {
    expectRefused({ colorRules: [{ ...rule, color }] }, /colorRules\[0\]\.color/, /green/)
  }
})

requirement('RULE-06', async (connect) => {
  const colorRules = [{ ...rule, fill: true }]
  expect((await sent(connect, { colorRules }))?.renderFnParams?.colorRules).toEqual(colorRules)
})

requirement('RULE-07', async (connect) => {
  expect((await sent(connect, { colorRules: [rule], colorValueKey: 'score' }))?.renderFnParams).toMatchObject({
    colorValueKey: 'score',
  })
})
