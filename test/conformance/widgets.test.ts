import {
  advancedCharting,
  app,
  chart,
  column,
  iframe,
  liveGrid,
  markdown,
  multiFileViewer,
  newsfeed,
  omni,
  param,
  pdf,
  prompt,
  ssrmTable,
  table,
  type WidgetOptions,
} from 'deskwright'
import { expect } from 'vitest'
import { expectError, expectFinding, many, one } from './desk.ts'
import { requirement } from './requirement.ts'
import { richDesk } from './rich-desk.fixture.ts'
import type { Connect } from './workspace.ts'

const tableWith = (options: Partial<WidgetOptions<{}>>) => one(table({ name: 'Table', load: () => [], ...options }))

/** Expects that keys of the author arrive on the wire as they are. */
const expectSent = (options: Partial<WidgetOptions<{}>>) => async (connect: Connect) => {
  expect(await (await connect(tableWith(options))).widget()).toMatchObject(options)
}

const bonds = table({ name: 'Bonds', params: { isin: param.text('ISIN') }, load: () => [] })
const others = table({ name: 'Others', load: () => [] })

requirement('ID-01', async (connect) => {
  const trades = table({ name: 'Trades', params: bonds.params, load: () => [] })
  const desk = app({ name: 'Desk', tabs: { One: [[bonds, trades]] }, prompts: [prompt`Look at ${bonds}.`] })
  const { widgets, apps } = await connect(many({ 'bond-list': bonds, trade_list: trades }, { apps: [desk] }))
  expect(Object.keys(await widgets())).toEqual(['bond-list', 'trade_list'])
  const [sent] = await apps()
  expect(Object.values(sent?.tabs ?? {})[0]?.layout.map(({ i }) => i)).toEqual(['bond-list', 'trade_list'])
  expect(sent?.groups[0]?.widgetIds).toEqual(['bond-list', 'trade_list'])
  expect(sent?.prompts).toEqual(['Look at @[id:bond-list].'])
})

requirement('ID-02', async (connect) => {
  const alone = await (await connect(many({ bonds }))).widgets()
  const together = await (await connect(many({ others, bonds }))).widgets()
  expect(together['bonds']).toEqual(alone['bonds'])
})

requirement('ID-03', async (connect) => {
  const backend = many({ 'a b/ü': bonds })
  expectFinding(backend, /^advice$/, /a b\/ü/, /character/)
  expect(await (await connect(backend)).load('a b/ü')).toEqual([])
})

requirement('KEY-01', async (connect) => {
  for (const { name } of Object.values(await (await connect(richDesk())).widgets())) expect(name).toMatch(/./)
})

requirement('KEY-02', async (connect) => {
  expect((await (await connect(tableWith({}))).widget()).description).toBe('Table')
  expect((await (await connect(tableWith({ description: 'All bonds' }))).widget()).description).toBe('All bonds')
})

requirement('KEY-03', async (connect) => {
  for (const { endpoint } of Object.values(await (await connect(richDesk())).widgets())) expect(endpoint).toMatch(/./)
})

requirement('KEY-04', async (connect) => {
  for (const [id, widget] of Object.entries(await (await connect(richDesk())).widgets())) {
    expect(widget.type).toBe(id)
    expect(widget).not.toHaveProperty('defaultViz')
  }
})

requirement('KEY-05', expectSent({ category: 'Fixed Income' }))

requirement('KEY-06', async (connect) => {
  const widget = await (await connect(tableWith({ subCategory: 'Screeners' }))).widget()
  expect(widget.subCategory).toBe('Screeners')
  for (const alias of ['sub_category', 'subcategory']) expect(widget).not.toHaveProperty(alias)
})

requirement('KEY-07', async (connect) => {
  expect((await (await connect(tableWith({ source: 'House' }))).widget()).source).toEqual(['House'])
  expect((await (await connect(tableWith({ source: ['House', 'Street'] }))).widget()).source).toEqual([
    'House',
    'Street',
  ])
})

requirement('KEY-08', async (connect) => {
  for (const { params = [] } of Object.values(await (await connect(richDesk())).widgets())) {
    expect(params).toBeInstanceOf(Array)
  }
})

requirement('KEY-09', expectSent({ exportable: false }))

requirement('KEY-10', async (connect) => {
  const widgets = await (await connect(richDesk())).widgets()
  const offering = Object.keys(widgets).filter((id) => widgets[id]?.raw === true)
  expect(offering).toEqual(['chart', 'chart-highcharts', 'chart-vegalite', 'html', 'youtube'])
  const plain = one(chart({ name: 'Chart', load: () => ({ data: [] }) }))
  expect((await (await connect(plain)).widget()).raw ?? false).toBe(false)
})

requirement('KEY-11', expectSent({ showTitle: false }))
requirement('KEY-12', expectSent({ storage: { chartView: { enabled: true }, ignoreCellRange: true } }))
requirement('KEY-13', expectSent({ disableRetrievalForCopilot: true }))

requirement('KEY-14', async (connect) => {
  await expectSent({ copilotParseAs: 'structured' })(connect)
  await expectSent({ copilotParseAs: 'unstructured' })(connect)
  expectError(tableWith({ copilotParseAs: 'raw' as never }), /copilotParseAs/, /structured/)
})

requirement('KEY-15', expectSent({ imgUrl: 'https://example.com/preview.png' }))

/** Every key that the client reads, and the documented one it warns of. */
const known = [
  ['name', 'description', 'endpoint', 'type', 'category', 'subCategory', 'searchCategory', 'source', 'params', 'data'],
  ['gridData', 'wsEndpoint', 'runButton', 'exportable', 'raw', 'staleTime', 'refetchInterval', 'dataUpdateDisplay'],
  ['showTitle', 'storage', 'mcp_tool', 'disableRetrievalForCopilot', 'copilotParseAs', 'imgUrl'],
].flat()

requirement('KEY-16', async (connect) => {
  for (const widget of Object.values(await (await connect(richDesk())).widgets())) {
    expect(Object.keys(widget).filter((key) => !known.includes(key))).toEqual([])
  }
})

requirement('KEY-17', async (connect) => {
  const ownWords = ['id', 'widgetId', 'widgetType', 'groupById', 'schemaName', 'fileEndpoint', 'inputType', 'ai']
  const unknown = { name: 'Table', load: () => [], ...Object.fromEntries(ownWords.map((key) => [key, 'x'])) }
  const widgets = await (await connect(many({ w: table(unknown) }))).widgets()
  for (const key of ownWords) expect(widgets['w']).not.toHaveProperty(key)
})

const quotes = (options: object = {}) =>
  liveGrid({
    name: 'Quotes',
    columns: { isin: column.text('ISIN'), venue: column.text('Venue') },
    wsRowIdColumn: 'isin',
    wsEndpoint: 'quotes/socket',
    load: () => [],
    ...options,
  })

requirement('KEY-18', async (connect) => {
  expect((await (await connect(one(quotes()))).widget()).wsEndpoint).toBe('quotes/socket')
})

requirement('GRID-01', async (connect) => {
  for (const { gridData } of Object.values(await (await connect(richDesk())).widgets())) {
    expect(gridData).toEqual({ w: expect.any(Number) as number, h: expect.any(Number) as number })
  }
})

requirement('GRID-02', async (connect) => {
  for (const gridData of [
    { w: 4, h: 3 },
    { w: 40, h: 100 },
  ])
    await expectSent({ gridData })(connect)
})

requirement('GRID-03', expectSent({ gridData: { w: 12, h: 8, minW: 6, minH: 4, maxW: 40, maxH: 100 } }))

requirement('LIM-01', () => {
  expectError(tableWith({ gridData: { w: 45, h: 10 } }), /^widget "w" gridData/, /40/)
})

requirement('LIM-02', () => {
  expectError(tableWith({ gridData: { w: 10, h: 200 } }), /^widget "w" gridData/, /100/)
})

requirement('MCP-01', async (connect) => {
  const mcp_tool = { mcp_server: 'Desk tools', tool_id: 'get_bonds' }
  await expectSent({ mcp_tool })(connect)
  for (const key of ['mcp_server', 'tool_id']) {
    expectError(tableWith({ mcp_tool: { ...mcp_tool, [key]: undefined } }), new RegExp(key), /./)
  }
})

requirement('MCP-02', async (connect) => {
  const storage = { mcpUrl: 'https://mcp.example.com/mcp' }
  const widget = iframe({ name: 'Frame', endpoint: 'https://example.com', storage })
  expect((await (await connect(one(widget))).widget()).storage).toEqual(storage)
})

/** Expects that a type answers to one method, and to no other with success. */
const expectMethod = (type: string, method: 'GET' | 'POST') => async (connect: Connect) => {
  const { widget, send } = await connect(richDesk())
  const { endpoint, type: sent } = await widget(type)
  expect(sent).toBe(type)
  const init = method === 'POST' ? { method, body: '{"files":["a.pdf"]}' } : { method }
  expect((await send(`/${endpoint}`, init)).status).toBe(200)
  expect((await send(`/${endpoint}`, { method: 'PUT', body: '{}' })).status).toBe(405)
  if (method === 'GET') expect((await send(`/${endpoint}`, { method: 'POST', body: '{}' })).status).toBe(405)
}

requirement('TYPE-01', expectMethod('table', 'GET'))
requirement('TYPE-02', expectMethod('ssrm_table', 'POST'))
requirement('TYPE-03', expectMethod('live_grid', 'GET'))
requirement('TYPE-04', expectMethod('chart', 'GET'))
requirement('TYPE-05', expectMethod('chart-highcharts', 'GET'))
requirement('TYPE-06', expectMethod('chart-vegalite', 'GET'))

requirement('TYPE-07', async (connect) => {
  const { widget, read } = await connect(richDesk())
  const { endpoint } = await widget('advanced_charting')
  for (const path of [
    'config',
    'symbols?symbol=A',
    'history?symbol=A&resolution=D&from=0&to=1',
    'search?query=',
    'time',
  ]) {
    expect(await read(`/${endpoint}/${path}`)).toBeDefined()
  }
})

requirement('TYPE-08', expectMethod('metric', 'GET'))
requirement('TYPE-09', expectMethod('markdown', 'GET'))
requirement('TYPE-10', expectMethod('note', 'GET'))
requirement('TYPE-11', expectMethod('newsfeed', 'GET'))
requirement('TYPE-12', expectMethod('html', 'GET'))
requirement('TYPE-13', expectMethod('iframe', 'GET'))
requirement('TYPE-14', expectMethod('youtube', 'GET'))
requirement('TYPE-15', expectMethod('pdf', 'GET'))
requirement('TYPE-16', expectMethod('multi_file_viewer', 'POST'))
requirement('TYPE-17', expectMethod('omni', 'POST'))

requirement('TYPE-18', async (connect) => {
  const types = Object.values(await (await connect(richDesk())).widgets()).map(({ type }) => type as string)
  for (const alias of ['table_ssrm', 'advanced-chart', 'tradingview_chart']) expect(types).not.toContain(alias)
})

requirement('TYPE-19', () => {
  const files = () => param.endpoint('Files', { roles: ['fileSelector'], options: () => [] })
  const viewer = (params: Record<string, ReturnType<typeof files>>) =>
    one(multiFileViewer({ name: 'Files', params, load: () => [] }))
  expectError(viewer({}), /^widget "w" params/, /fileSelector/)
  expectError(viewer({ a: files(), b: files() }), /^widget "w" params/, /fileSelector/)
  expect(viewer({ a: files() }).manifest.diagnostics).toEqual([])
})

requirement('TYPE-20', async (connect) => {
  const load = () => refuseToAnswer
  const undeclared = await connect(one(omni({ name: 'Ask', load })))
  expect(await undeclared.param('prompt')).toMatchObject({ type: 'text' })
  const declared = await connect(
    one(omni({ name: 'Ask', params: { prompt: param.text('SQL', { language: 'sql' }) }, load })),
  )
  expect(await declared.param('prompt')).toMatchObject({ type: 'text', language: 'sql' })
  expectError(one(omni({ name: 'Ask', params: { prompt: param.number('N') as never }, load })), /params/, /prompt/)
})

const refuseToAnswer = {
  content: 'No',
  data_format: { data_type: 'object', parse_as: 'text' },
  citable: false,
  extra_citations: [],
} as const

requirement('TYPE-21', async (connect) => {
  const params = { query: param.text('Query', { language: 'sql' }) }
  const widget = ssrmTable({ name: 'Rows', params, load: ({ query }) => ({ rowData: [{ query }], rowCount: 1 }) })
  const { load, param: find } = await connect(one(widget))
  expect(await find('query')).toMatchObject({ type: 'text', language: 'sql' })
  expect(await load('w', { startRow: 0, endRow: 1, query: 'select 1' })).toMatchObject({
    rowData: [{ query: 'select 1' }],
  })
})

const nested = { payload: { part: 'x' }, more: 1 }

requirement('DATA-01', async (connect) => {
  const { widget, load } = await connect(one(table({ name: 'T', dataKey: 'payload.part', load: () => nested })))
  expect([(await widget()).data?.dataKey, await load()]).toEqual(['payload.part', nested])
})

requirement('DATA-02', async (connect) => {
  const { widget, load } = await connect(one(chart({ name: 'C', dataKey: 'payload.part', load: () => nested })))
  expect([(await widget()).data?.dataKey, await load()]).toEqual(['payload.part', nested])
})

requirement('DATA-03', async (connect) => {
  const { widget, load } = await connect(one(newsfeed({ name: 'N', dataKey: 'payload.part', load: () => nested })))
  expect([(await widget()).data?.dataKey, await load()]).toEqual(['payload.part', nested])
})

requirement('DATA-04', async (connect) => {
  const { widget, load } = await connect(one(markdown({ name: 'M', dataKey: 'payload.part', load: () => nested })))
  expect([(await widget()).data?.dataKey, await load()]).toEqual(['payload.part', nested])
})

requirement('DATA-05', async (connect) => {
  const { widget, load } = await connect(one(pdf({ name: 'P', dataKey: 'payload.part', load: () => nested })))
  expect([(await widget()).data?.dataKey, await load()]).toEqual(['payload.part', nested])
})

requirement('DATA-06', async (connect) => {
  expect((await (await connect(one(quotes()))).widget()).data?.wsRowIdColumn).toBe('isin')
  const several = await connect(one(quotes({ wsRowIdColumn: ['isin', 'venue'] })))
  expect((await several.widget()).data?.wsRowIdColumn).toEqual(['isin', 'venue'])
})

requirement('DATA-07', async (connect) => {
  const data = {
    defaultSymbol: 'XS1',
    updateFrequency: 60_000,
    chartConfig: { upColor: '#0F0', downColor: '#F00', showVolume: true },
  }
  const widget = advancedCharting({ name: 'Chart', endpoint: 'https://udf.example.com', ...data })
  expect((await (await connect(one(widget))).widget()).data).toEqual(data)
})
