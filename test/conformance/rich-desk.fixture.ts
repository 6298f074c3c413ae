import {
  advancedCharting,
  app,
  chart,
  column,
  defineBackend,
  highcharts,
  html,
  iframe,
  liveGrid,
  markdown,
  metric,
  multiFileViewer,
  newsfeed,
  note,
  omni,
  param,
  pdf,
  place,
  prompt,
  ssrmTable,
  table,
  vegaLite,
  youtube,
  type Backend,
  type BackendOptions,
} from 'deskwright'

const book = param.endpoint('Book', { value: 'main', options: () => ['main', 'hedge'] })
const day = param.date('Day', { value: '$currentDate-1y' })
const add = param.form('Add', {
  inputParams: { isin: param.text('ISIN'), save: param.button('Save') },
  submit: () => undefined,
})
const files = param.endpoint('Files', {
  multiSelect: true,
  roles: ['fileSelector'],
  value: ['a.pdf'],
  options: () => ['a.pdf', 'b.pdf'],
})
const rows = [{ isin: 'XS1', price: 99.5 }]
const file = { data_format: { data_type: 'pdf', filename: 'a.pdf' }, content: 'JVBERi0xLjcK' } as const
const resolutions = { supported_resolutions: ['D'] }

const widgets = {
  table: table({
    name: 'Bonds',
    params: { book, day, add },
    columns: { isin: column.text('ISIN'), price: column.number('Price') },
    load: () => rows,
  }),
  ssrm_table: ssrmTable({
    name: 'Trades',
    params: { book },
    load: (_values, { request }) => ({ rowData: rows.slice(request.startRow, request.endRow), rowCount: 1 }),
  }),
  live_grid: liveGrid({
    name: 'Quotes',
    columns: { isin: column.text('ISIN') },
    wsRowIdColumn: 'isin',
    wsEndpoint: 'quotes/socket',
    load: () => rows,
  }),
  chart: chart({
    name: 'Curve',
    params: { book },
    load: () => ({ data: [{ type: 'scatter', x: [1], y: [2] }] }),
    raw: () => rows,
  }),
  'chart-highcharts': highcharts({ name: 'Flows', load: () => ({ userOptions: {} }), raw: () => rows }),
  'chart-vegalite': vegaLite({ name: 'Density', load: () => ({ mark: 'bar' }), raw: () => rows }),
  advanced_charting: advancedCharting({
    name: 'Prices',
    datafeed: {
      config: () => ({
        ...resolutions,
        supports_search: true,
        supports_group_request: false,
        supports_marks: false,
        supports_timescale_marks: false,
        supports_time: true,
      }),
      symbols: ({ symbol }) => ({
        ...resolutions,
        name: symbol,
        description: symbol,
        type: 'bond',
        exchange: '',
        timezone: 'Etc/UTC',
        session: '24x7',
        minmov: 1,
        pricescale: 100,
      }),
      history: () => ({ s: 'no_data' }),
      search: () => [],
    },
  }),
  metric: metric({ name: 'Value', load: () => ({ label: 'Value', value: '1.2bn' }) }),
  markdown: markdown({ name: 'Notes', load: () => '# Notes' }),
  note: note({ name: 'Memo', load: () => 'Remember' }),
  newsfeed: newsfeed({ name: 'News', load: () => [{ title: 'Today', date: '2026-01-02' }] }),
  html: html({ name: 'Page', load: () => '<p>Page</p>', raw: () => rows }),
  iframe: iframe({ name: 'Site', load: () => '<!doctype html><title>Site</title>' }),
  youtube: youtube({ name: 'Video', load: () => 'https://www.youtube.com/watch?v=1', raw: () => 'Words' }),
  pdf: pdf({ name: 'Report', load: () => file }),
  multi_file_viewer: multiFileViewer({
    name: 'Reports',
    params: { files },
    load: ({ files: names }) => names.map((filename) => ({ ...file, data_format: { data_type: 'pdf', filename } })),
  }),
  omni: omni({
    name: 'Ask',
    params: { book },
    load: ({ prompt: text }) => ({
      content: text,
      data_format: { data_type: 'object', parse_as: 'text' },
      citable: false,
      extra_citations: [],
    }),
  }),
}

const desk = app({
  name: 'Desk',
  tabs: {
    Bonds: [[widgets.table, widgets.chart], [widgets.ssrm_table]],
    Reading: [[widgets.markdown, place('rich_note', { w: 10 })], [widgets.omni]],
  },
  prompts: [prompt`Which bonds of ${widgets.table} are cheap?`],
})

/** A backend with a widget of every type, each under the name of its type, and an app. */
export function richDesk(options: Partial<BackendOptions> = {}): Backend {
  return defineBackend({ name: 'Rich desk', widgets, apps: [desk], ...options })
}
