import {
  chart,
  column,
  defineBackend,
  highcharts,
  html,
  liveGrid,
  metric,
  multiFileViewer,
  newsfeed,
  omni,
  param,
  pdf,
  ssrmTable,
  table,
} from '../../../packages/deskwright/src/index.ts'

const symbol = param.text('Symbol', { value: 'AAPL' })

// error: Property 'name' is missing
table({ load: () => [] })

// error: Property 'load' is missing
table({ name: 'Prices' })

// error: 'refreshInterval' does not exist in type 'TableOptions
table({ name: 'Prices', refreshInterval: 5000, load: () => [] })

// error: Type 'string' is not assignable to type 'number | false'
table({ name: 'Prices', staleTime: '5m', load: () => [] })

// error: Property 'h' is missing in type '{ w: number; }'
table({ name: 'Prices', gridData: { w: 10 }, load: () => [] })

// error: Did you mean '"line"'?
table({ name: 'Prices', chartView: { chartType: 'lines' }, load: () => [] })

// error: Property 'symbl' does not exist on type 'ParamValues<{ readonly symbol: Param<string>; }>'
table({ name: 'Prices', params: { symbol }, load: ({ symbl }) => [{ symbl }] })

// error: missing the following properties from type 'Param<any>': label, wire, decode, encode
table({ name: 'Prices', params: { symbol: { type: 'text' } }, load: () => [] })

// error: Type 'void' is not assignable to type 'readonly object[] | RowSet<unknown>'
table({ name: 'Prices', load: async () => {} })

// error: 'b' does not exist in type '{ readonly a:
ssrmTable({ name: 'Trades', columns: { a: column.number('A') }, load: () => ({ rowData: [{ b: 1 }] }) })

// error: Type '"b"' is not assignable to type '"a" | readonly "a"[]'
liveGrid({ name: 'L', columns: { a: column.text('A') }, wsEndpoint: 'ws', wsRowIdColumn: 'b', load: () => [{ a: '' }] })

// error: Property 'data' is missing in type '{ layout: {}; }'
chart({ name: 'Chart', load: () => ({ layout: {} }) })

// error: Type '"clsoe"' is not assignable to type
chart({ name: 'Chart', x: 'day', y: 'clsoe', load: () => [{ day: '2026-01-05', close: 1 }] })

// error: Property 'y' is missing
chart({ name: 'Chart', x: 'day', load: () => [{ day: '2026-01-05', close: 1 }] })

// error: missing the following properties
chart({ name: 'Chart', load: () => [{ day: '2026-01-05', close: 1 }] })

// error: is not assignable to type 'Awaitable<HighchartsEnvelope>'
highcharts({ name: 'Chart', load: () => ({ series: [] }) })

// error: Property 'value' is missing in type '{ label: string; }'
metric({ name: 'Cards', load: () => ({ label: 'Price' }) })

// error: Type 'null' is not assignable to type 'string | number'
metric({ name: 'Cards', load: () => [{ label: 'Price', value: null }] })

// error: is not assignable to type 'Awaitable<string | Markup>'
html({ name: 'Page', load: () => ({ html: '<p>' }) })

// error: Did you mean to write 'title'?
newsfeed({ name: 'News', load: () => [{ titel: 'A', date: '2026-03-31' }] })

// error: Property 'data_format' is missing
omni({ name: 'Ask', load: () => ({ content: 'An answer' }) })

// error: Did you mean '"docx"'?
pdf({ name: 'File', load: () => ({ data_format: { data_type: 'doc', filename: 'a.doc' }, url: 'https://x/a' }) })

// error: Type '{ filename: string; }' is not assignable to type 'FileContent
multiFileViewer({ name: 'Files', load: () => [{ filename: 'a.pdf' }] })

// error: Type 'string' is not assignable to type 'WidgetType'
defineBackend({ name: 'Desk', widgets: { prices: { type: 'table' } } })
