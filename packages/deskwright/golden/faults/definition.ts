import {
  app,
  chart,
  column,
  group,
  iframe,
  param,
  place,
  prompt,
  table,
  type BackendOptions,
} from '../../src/index.ts'

const load = () => []
const symbol = param.text('Symbol', { value: 'AAPL' })
const other = param.text('Other')
const prices = table({ name: 'Prices', params: { symbol }, load })
const plain = table({ name: 'Plain', load })
const stock = table({ name: 'Stock', params: { stock: symbol }, load })
const backend = (widgets: BackendOptions['widgets'], ...apps: NonNullable<BackendOptions['apps']>): BackendOptions => ({
  name: 'Faults',
  widgets,
  apps,
})
const picture = { name: 'a.svg', contentType: 'image/svg+xml', load: () => Promise.resolve(new Uint8Array()) }

/** One fault each, by the code of its finding; `(…)` tells apart several faults of one code. */
export default {
  'value-illegal (a value of the wire)': backend({ a: table({ name: 'A', staleTime: 500, load }) }),
  'value-illegal (an illegal colour)': backend({
    a: table({
      name: 'A',
      columns: { x: column.number('X', { colorRules: [{ condition: 'gt', value: 1, color: '#yellow' }] }) },
      load,
    }),
  }),
  'key-unknown': backend({
    a: table({ name: 'A', columns: { x: column.number('X', { colour: 'red' } as object) }, load }),
  }),
  'grid-size': backend({ a: table({ name: 'A', gridData: { w: 45, h: 10 }, load }) }),
  'file-selector': backend({
    a: { ...plain, type: { ...plain.type, type: 'multi_file_viewer' } },
  }),
  'value-illegal (a button outside a form)': backend({ a: table({ name: 'A', params: { b: param.button('B') }, load }) }),
  'definition-invalid (no JSON)': backend({ a: table({ name: 'A', storage: { big: 1n }, load }) }),
  'value-illegal (an MCP server without a host)': backend(
    { prices },
    app({ name: 'Desk', tabs: {}, mcp_servers: [{ name: 'Acme', url: '/mcp' }] }),
  ),
  'definition-invalid (no name)': backend({ a: table({ load } as never) }),
  'definition-invalid (no loader)': backend({ a: table({ name: 'A', load: [] } as never) }),
  'definition-invalid (no widget)': backend({ a: { type: 'table', endpoint: 'a' } as never }),
  'definition-invalid (no param)': backend({ a: table({ name: 'A', params: { s: { type: 'text' } }, load } as never) }),
  'definition-invalid (no column)': backend({ a: table({ name: 'A', columns: { x: { headerName: 'X' } }, load } as never) }),
  'definition-invalid (a click target by name)': backend({
    a: table({ name: 'A', columns: { x: column.text('X', { sets: 'symbol' } as never) }, load }),
  }),
  'value-illegal (options that are a function)': backend({
    a: table({ name: 'A', params: { s: param.text('S', { options: () => [] } as never) }, load }),
  }),
  'definition-invalid (a widget by name)': backend({ prices }, app({ name: 'Desk', tabs: { '': [['prices']] } } as never)),
  'definition-invalid (a row far below)': backend({
    a: table({ name: 'A', params: { s: param.text('S', { row: 1e9 }) }, load }),
  }),
  'widget-id-unsafe': backend({ 'daily prices': prices }),
  'widget-id-reserved': backend({ ['__proto__']: prices }),
  'widget-registered-twice': backend({ prices, again: prices }),
  'endpoint-taken': backend({
    a: table({ name: 'A', endpoint: 'data/{symbol}', params: { symbol }, load }),
    b: table({ name: 'B', endpoint: '/data//{other}/', params: { other }, load }),
  }),
  'endpoint-taken (by the backend)': backend({ a: table({ name: 'A', endpoint: 'widgets.json', load }) }),
  'endpoint-missing': backend({ a: { ...plain, load: undefined } as never }),
  'endpoint-not-a-path': backend({ a: table({ name: 'A', endpoint: 'https://example.com/a', load }) }),
  'endpoint-not-a-path (a query)': backend({ a: table({ name: 'A', endpoint: 'a?b=1', load }) }),
  'path-param-missing': backend({ a: table({ name: 'A', endpoint: 'a/{day}', params: { symbol }, load }) }),
  'param-name-reserved': backend({ a: table({ name: 'A', params: { theme: param.text('T') }, load }) }),
  'param-name-reserved (by JavaScript)': backend({ a: table({ name: 'A', params: { ['__proto__']: param.text('T') }, load }) }),
  'param-default-invalid': backend({ a: table({ name: 'A', params: { d: param.date('D', { value: '2026-02-30' }) }, load }) }),
  'param-default-invalid (not among the options)': backend({
    a: table({ name: 'A', params: { d: param.text('D', { options: ['a'], value: 'b' as 'a' }) }, load }),
  }),
  'option-unchoosable (a comma)': backend({
    a: table({ name: 'A', params: { d: param.text('D', { options: ['a', 'b, c'], multiSelect: true }) }, load }),
  }),
  'option-unchoosable (empty)': backend({
    a: table({ name: 'A', params: { d: param.tabs('D', { options: ['a', { label: 'All', value: '' }] }) }, load }),
  }),
  'dropdown-without-options': backend({ a: table({ name: 'A', params: { b: param.endpoint('B', {}) }, load }) }),
  'options-reference-missing': backend({
    a: table({ name: 'A', params: { b: param.endpoint('B', { optionsParams: { symbol }, options: load }) }, load }),
  }),
  'options-reference-textual': backend({
    a: table({ name: 'A', params: { symbol, b: param.endpoint('B', { optionsParams: { symbol: '$symbol' }, options: load }) }, load }),
  }),
  'param-named-twice': backend(
    { prices, stock, plain },
    app({ name: 'Desk', tabs: { '': [[prices, plain]] } }),
    app({ name: 'Grouped', tabs: { '': [[prices, stock]] } }),
  ),
  'click-target-unreceived': backend({ a: table({ name: 'A', columns: { x: column.text('X', { sets: symbol }) }, load }) }),
  'click-target-unreceived (by a form only)': backend({
    a: table({
      name: 'A',
      params: { f: param.form('F', { inputParams: { symbol, b: param.button('B') }, submit: () => undefined }) },
      columns: { x: column.text('X', { sets: symbol }) },
      load,
    }),
  }),
  'click-action-twice': backend({
    prices,
    a: table({ name: 'A', columns: { x: column.text('X', { sets: symbol, sendToAgent: { markdown: 'Why?' } }) }, load }),
  }),
  'click-value-field-missing': backend({
    prices,
    a: table({ name: 'A', columns: { x: column.text('X', { sets: { param: symbol, valueField: 'id' } }) }, load }),
  }),
  'place-not-registered': backend({ prices }, app({ name: 'Desk', tabs: { '': [[prices, plain]] } })),
  'place-not-registered (in a prompt)': backend({ prices }, app({ name: 'Desk', tabs: {}, prompts: [prompt`What of ${plain}?`] })),
  'tab-order-lost': backend({ prices }, app({ name: 'Desk', tabs: { Now: [[prices]], 2026: [[prices]] } })),
  'row-too-wide': backend({ prices }, app({ name: 'Desk', tabs: { '': [[place(prices, { w: 38 }), prices, prices, prices]] } })),
  'group-param-unused': backend({ prices, plain }, app({ name: 'Desk', tabs: { '': [[prices, plain]] }, groups: [group(symbol)] })),
  'group-member-lacks-param': backend(
    { prices, plain },
    app({ name: 'Desk', tabs: { '': [[prices, plain]] }, groups: [group(symbol, { widgets: [prices, plain] })] }),
  ),
  'app-name-taken': backend({ prices }, app({ name: 'Desk', tabs: {} }), app({ name: 'desk!', img: picture, tabs: {} })),
  'iframe-url': backend({ a: iframe({ name: 'A', endpoint: 'http://example.com' }) }),
  'chart-field-unknown': backend({
    a: table({
      name: 'A',
      columns: { day: column.date('Day') },
      chartView: { chartType: 'line', cellRangeCols: { line: ['day', 'close'] } },
      load,
    }),
  }),
  'layout-overlap': backend(
    { prices, c: chart({ name: 'C', load: () => ({ data: [] }) }) },
    app({ name: 'Desk', tabs: { '': [place(prices, { x: 0, y: 0, w: 20, h: 9 }), place(prices, { x: 10, y: 8, w: 9, h: 9 })] } }),
  ),
} satisfies Record<string, BackendOptions>
