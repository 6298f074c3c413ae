import { params, widget, widgets } from './example.ts'
import type { Rule } from './rule.ts'

const choices = [
  { label: 'Day', value: 'day' },
  { label: 'Week', value: 'week' },
]

/** Rules about widgets and their parameters. */
export const widgetRules = {
  'widget-id': {
    spec: 'widgets-json §1',
    bad: widgets({ 'daily prices': {} }),
    good: widgets({ daily_prices: {} }),
  },
  'text-empty': {
    spec: 'widgets-json §2',
    bad: widget({ description: '' }),
    good: widget({ description: 'Prices of the day' }),
  },
  'endpoint-query': {
    spec: 'README §6',
    bad: widget({ endpoint: 'prices?market=us', params: [{ paramName: 'symbol', type: 'text' }] }),
    good: widget({
      endpoint: 'prices',
      params: [
        { paramName: 'symbol', type: 'text' },
        { paramName: 'market', type: 'text', value: 'us', show: false },
      ],
    }),
  },
  'endpoint-placeholder': {
    spec: 'README §6',
    bad: widget({ endpoint: 'prices/{symbol}' }),
    good: widget({ endpoint: 'prices/{symbol}', params: [{ paramName: 'symbol', type: 'text', value: 'AAPL' }] }),
  },
  'endpoint-shared': {
    spec: 'widgets-json §3',
    bad: widgets({ prices: { endpoint: 'data' }, chart: { type: 'chart', endpoint: 'data' } }),
    good: widgets({ prices: { endpoint: 'data' }, chart: { type: 'chart', endpoint: 'data/chart' } }),
  },
  'endpoint-insecure': {
    spec: 'README §4.4',
    bad: widget({ endpoint: 'http://data.example.com/prices' }),
    good: widget({ endpoint: 'https://data.example.com/prices' }),
  },
  'iframe-url': {
    spec: 'README §4.4',
    bad: widget({ type: 'iframe', endpoint: 'http://pages.example.com/map' }),
    good: widget({ type: 'iframe', endpoint: 'https://pages.example.com/map' }),
  },
  'stale-time-long': {
    spec: 'contradictions 10',
    bad: widget({ staleTime: 600_000, refetchInterval: 60_000 }),
    good: widget({ staleTime: 60_000, refetchInterval: 60_000 }),
  },
  'cron-illegal': {
    spec: 'widgets-json §2',
    bad: widget({ refetchInterval: 'every hour' }),
    good: widget({ refetchInterval: '0 * * * *' }),
  },
  'grid-size': {
    spec: 'widgets-json §2.1',
    bad: widget({ gridData: { w: 50, h: 10 } }),
    good: widget({ gridData: { w: 40, h: 10 } }),
  },
  'grid-limits': {
    spec: 'widgets-json §2.1',
    bad: widget({ gridData: { w: 10, h: 10, minW: 20 } }),
    good: widget({ gridData: { w: 20, h: 10, minW: 20 } }),
  },
  'raw-unsupported': {
    spec: 'widgets-json §2',
    bad: widget({ raw: true }),
    good: widget({ type: 'chart', raw: true }),
  },
  'live-grid-socket': {
    spec: 'widgets-json §3',
    bad: widget({ type: 'live_grid', data: { wsRowIdColumn: 'symbol' } }),
    good: widget({ type: 'live_grid', wsEndpoint: 'prices/live', data: { wsRowIdColumn: 'symbol' } }),
  },
  'live-grid-row-id': {
    spec: 'widgets-json §4',
    bad: widget({ type: 'live_grid', wsEndpoint: 'prices/live' }),
    good: widget({ type: 'live_grid', wsEndpoint: 'prices/live', data: { wsRowIdColumn: 'symbol' } }),
  },
  'omni-prompt': {
    spec: 'widgets-json §3',
    bad: widget({ type: 'omni', params: [] }),
    good: widget({ type: 'omni', params: [{ paramName: 'prompt', type: 'text', show: false }] }),
  },
  'file-selector': {
    spec: 'widgets-json §3',
    bad: widget({
      type: 'multi_file_viewer',
      params: [{ paramName: 'file', type: 'endpoint', optionsEndpoint: 'files' }],
    }),
    good: widget({
      type: 'multi_file_viewer',
      params: [{ paramName: 'file', type: 'endpoint', optionsEndpoint: 'files', roles: ['fileSelector'] }],
    }),
  },
  'param-duplicate': {
    spec: 'widgets-json §6.2',
    bad: params({ paramName: 'symbol', type: 'text' }, { paramName: 'symbol', type: 'ticker' }),
    good: params({ paramName: 'symbol', type: 'text' }, { paramName: 'peer', type: 'ticker' }),
  },
  'param-default': {
    spec: 'widgets-json §6.3',
    bad: params({ paramName: 'view', type: 'text', options: choices, value: 'month' }),
    good: params({ paramName: 'view', type: 'text', options: choices, value: 'week' }),
  },
  'param-key-unread': {
    spec: 'widgets-json §6.2',
    bad: params({ paramName: 'symbol', type: 'text', optionsEndpoint: 'symbols' }),
    good: params({ paramName: 'symbol', type: 'endpoint', optionsEndpoint: 'symbols' }),
  },
  'options-missing': {
    spec: 'widgets-json §6.2',
    bad: params({ paramName: 'symbol', type: 'endpoint' }),
    good: params({ paramName: 'symbol', type: 'endpoint', optionsEndpoint: 'symbols' }),
  },
  'options-param-unknown': {
    spec: 'widgets-json §6.5',
    bad: params({
      paramName: 'book',
      type: 'endpoint',
      optionsEndpoint: 'books',
      optionsParams: { desk: '$desk' },
    }),
    good: params(
      { paramName: 'desk', type: 'text' },
      { paramName: 'book', type: 'endpoint', optionsEndpoint: 'books', optionsParams: { desk: '$desk' } },
    ),
  },
  'form-part': {
    spec: 'widgets-json §6.6',
    bad: params({
      paramName: 'add',
      type: 'form',
      endpoint: 'add',
      inputParams: [{ paramName: 'isin', type: 'text' }],
    }),
    good: params({
      paramName: 'add',
      type: 'form',
      endpoint: 'add',
      inputParams: [
        { paramName: 'isin', type: 'text' },
        { paramName: 'save', type: 'button', label: 'Save', value: true },
      ],
    }),
  },
} as const satisfies Readonly<Record<string, Rule>>
