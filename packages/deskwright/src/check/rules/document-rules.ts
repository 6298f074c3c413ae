import { agent, app, column, documents, params, place, text, toApp, widget, widgets } from './example.ts'
import type { Rule } from './rule.ts'

const unread =
  'Where documents are read, this is found as `value-illegal`; `crossCheck` of `deskwright/spec` finds it in documents that it is given as they are.'

/** Rules about documents as such: their text, their shape, their keys and values. */
export const documentRules = {
  'json-unreadable': {
    spec: 'README §2',
    bad: text(
      '{\n  "prices": {\n    "name": "Prices", // today\n    "description": "Prices of the day",\n    "endpoint": "prices"\n  }\n}',
    ),
    good: text(
      '{\n  "prices": {\n    "name": "Prices",\n    "description": "Prices of the day",\n    "endpoint": "prices"\n  }\n}',
    ),
  },
  'json-mark': {
    spec: 'README §2',
    bad: text('\uFEFF{ "prices": { "name": "Prices", "description": "Prices of the day", "endpoint": "prices" } }'),
    good: text('{ "prices": { "name": "Prices", "description": "Prices of the day", "endpoint": "prices" } }'),
  },
  'key-duplicate': {
    spec: 'widgets-json §1',
    bad: text(
      '{ "prices": { "name": "Prices", "name": "Rates", "description": "Prices of the day", "endpoint": "prices" } }',
    ),
    good: text('{ "prices": { "name": "Rates", "description": "Prices of the day", "endpoint": "prices" } }'),
  },
  'document-shape': {
    spec: 'widgets-json §1, apps-json §1',
    bad: documents({ widgets: [{ name: 'Prices', description: 'Prices of the day', endpoint: 'prices' }] }),
    good: documents({ widgets: { prices: { name: 'Prices', description: 'Prices of the day', endpoint: 'prices' } } }),
  },
  'key-missing': {
    spec: 'widgets-json §2, apps-json §2',
    bad: widget({ name: 'Prices', endpoint: 'prices', description: undefined }),
    good: widget({ name: 'Prices', endpoint: 'prices', description: 'Prices of the day' }),
  },
  'key-unknown': {
    spec: 'widgets-json §1',
    bad: widget({ refreshInterval: 60_000 }),
    good: widget({ refetchInterval: 60_000 }),
  },
  'key-respelled': {
    spec: 'widgets-json §2, contradictions 5, 14, 20',
    bad: widget({ subcategory: 'Equity' }),
    good: widget({ subCategory: 'Equity' }),
  },
  'key-undocumented': {
    spec: 'widgets-json §2',
    bad: widget({ id: 'prices' }),
    good: widget({}),
  },
  'value-illegal': {
    spec: 'widgets-json §3',
    bad: widget({ type: 'ssrm_tabel' }),
    good: widget({ type: 'ssrm_table' }),
  },
  'params-ignored': {
    spec: 'widgets-json §6.1',
    bad: widget({ params: { symbol: { type: 'text', value: 'AAPL' } } }),
    good: widget({ params: [{ paramName: 'symbol', type: 'text', value: 'AAPL' }] }),
  },
  'multiple-not-text': {
    spec: 'widgets-json §6.2',
    bad: params({ paramName: 'days', type: 'date', multiple: true }),
    good: params({ paramName: 'days', type: 'text', multiple: true }),
  },
  'app-id': {
    spec: 'apps-json §2',
    bad: app({ name: 'Prices desk', id: 'prices-desk' }),
    good: app({ name: 'Prices desk' }),
  },
  'app-name-taken': {
    spec: 'apps-json §2',
    loses: 'app',
    bad: {
      shown: [{ name: 'Prices desk' }, { name: 'Prices Desk' }],
      documents: { ...app({}).documents, apps: [toApp({}), toApp({ name: 'Prices Desk' })] },
    },
    good: {
      shown: [{ name: 'Prices desk' }, { name: 'Trades desk' }],
      documents: { ...app({}).documents, apps: [toApp({}), toApp({ name: 'Trades desk' })] },
    },
  },
  'agent-id': { spec: 'agents §1', bad: agent({}, 'Desk Helper'), good: agent({}, 'desk-helper') },
  'agent-feature-need': {
    spec: 'agents §1.2',
    bad: agent({ features: { 'widget-global-search': true } }),
    good: agent({ features: { 'widget-global-search': true, 'widget-dashboard-search': true } }),
  },
  'agent-feature-name': {
    spec: 'agents §1.2',
    bad: agent({ features: { 'widget-dashboard-selct': true } }),
    good: agent({ features: { 'widget-dashboard-select': true } }),
  },
  'selected-agent': {
    spec: 'apps-json §2',
    bad: {
      shown: { selected_agent: 'helper' },
      documents: { ...app({ selected_agent: 'helper' }).documents, ...agent({}).documents },
    },
    good: {
      shown: { selected_agent: 'desk-helper' },
      documents: { ...app({ selected_agent: 'desk-helper' }).documents, ...agent({}).documents },
    },
  },
  'mcp-url': {
    spec: 'apps-json §7',
    why: unread,
    crossed: {
      bad: app({ mcp_servers: [{ name: 'Notes', url: '/mcp' }] }),
      good: app({ mcp_servers: [{ name: 'Notes', url: 'https://desk.example.com/mcp' }] }),
    },
  },
  'interval-short': {
    spec: 'widgets-json §2',
    why: unread,
    crossed: { bad: widget({ staleTime: 60 }), good: widget({ staleTime: 60_000 }) },
  },
  'color-illegal': {
    spec: 'widgets-json §5.3',
    why: unread,
    crossed: { bad: toColored('orange'), good: toColored('#FFA500') },
  },
  'document-unreachable': {
    spec: 'README §3',
    exchange: { bad: 'GET /widgets.json\n\nread ECONNRESET', good: 'GET /widgets.json\n\n200 OK\n\n{"prices": {…}}' },
  },
  'document-slow': {
    spec: 'README §3',
    exchange: {
      bad: 'GET /widgets.json\n\n(nothing within 60 s)',
      good: 'GET /widgets.json\n\n200 OK\n\n{"prices": {…}}',
    },
  },
  'document-status': {
    spec: 'README §3, §7',
    exchange: {
      bad: 'GET /widgets.json\n\n401 Unauthorized\n\n{"detail": "X-API-KEY is missing"}',
      good: 'GET /widgets.json\nX-API-KEY: secret\n\n200 OK\n\n{"prices": {…}}',
    },
  },
  'column-duplicate': {
    spec: 'widgets-json §5',
    bad: widget({
      data: {
        table: {
          columnsDefs: [
            { field: 'close', headerName: 'Close' },
            { field: 'close', headerName: 'Last' },
          ],
        },
      },
    }),
    good: widget({
      data: {
        table: {
          columnsDefs: [
            { field: 'close', headerName: 'Close' },
            { field: 'last', headerName: 'Last' },
          ],
        },
      },
    }),
  },
  'render-fn-need': {
    spec: 'widgets-json §5.2',
    bad: column({ renderFn: 'columnColor' }),
    good: column({
      renderFn: 'columnColor',
      renderFnParams: { colorRules: [{ condition: 'eq', value: 'AAPL', color: 'green' }] },
    }),
  },
  'render-fn-unused': {
    spec: 'widgets-json §5.3',
    bad: column({ renderFnParams: { colorRules: [{ condition: 'eq', value: 'AAPL', color: 'green' }] } }),
    good: column({
      renderFn: 'columnColor',
      renderFnParams: { colorRules: [{ condition: 'eq', value: 'AAPL', color: 'green' }] },
    }),
  },
  'chart-field-unknown': {
    spec: 'widgets-json §4.2',
    bad: widget({ data: { table: toChart('cloes') } }),
    good: widget({ data: { table: toChart('close') } }),
  },
  'click-target': {
    spec: 'widgets-json §5.3',
    bad: column({
      renderFn: 'cellOnClick',
      renderFnParams: { actionType: 'groupBy', groupBy: { paramName: 'ticker' } },
    }),
    good: {
      shown: {
        prices: { data: { table: { columnsDefs: [toClick('symbol')] } } },
        trades: { params: [{ paramName: 'symbol', type: 'text' }] },
      },
      documents: widgets({
        prices: { data: { table: { columnsDefs: [toClick('symbol')] } } },
        trades: { params: [{ paramName: 'symbol', type: 'text' }] },
      }).documents,
    },
  },
  'click-ungrouped': {
    spec: 'widgets-json §5.3, apps-json §5',
    bad: toClickExample([]),
    good: toClickExample([{ name: 'Group 1', type: 'param', paramName: 'symbol', widgetIds: ['prices', 'trades'] }]),
  },
} as const satisfies Readonly<Record<string, Rule>>

function toChart(field: string) {
  return {
    columnsDefs: [
      { field: 'day', headerName: 'Day' },
      { field: 'close', headerName: 'Close' },
    ],
    chartView: { enabled: true, chartType: 'line', cellRangeCols: { line: ['day', field] } },
  }
}

function toClick(paramName: string) {
  const renderFnParams = { actionType: 'groupBy', groupBy: { paramName } }
  return { field: 'symbol', headerName: 'Symbol', renderFn: 'cellOnClick', renderFnParams }
}

function toClickExample(groups: readonly object[]) {
  const known = widgets({
    prices: { data: { table: { columnsDefs: [toClick('symbol')] } } },
    trades: { params: [{ paramName: 'symbol', type: 'text' }] },
  })
  const names = groups.length === 0 ? {} : { groups: ['Group 1'] }
  const tabs = { '': { id: '', name: '', layout: [place('prices', 0, names), place('trades', 20, names)] } }
  return { ...app({ tabs, groups }, known.documents.widgets as Readonly<Record<string, unknown>>), shown: { groups } }
}

function toColored(color: string) {
  const colorRules = [{ condition: 'gt', value: 0, color }]
  return column({ renderFn: 'columnColor', renderFnParams: { colorRules } })
}
