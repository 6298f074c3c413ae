// What the pages of widget types say that does not follow from their code: one entry for each type, in the order of the tables.

const table = { file: 'define/widgets/table.ts', types: ['TableDisplayOptions'] }
const data = { title: 'The data' }
const raw = { title: 'The raw view, which AI agents read too', raw: true }

/**
 * `factory` makes it, `shows` and `gives` are what a user sees and what `load` returns. `asks` are the requests that a page shows,
 * `options` where its own options are declared. `rows` is how high its picture is.
 */
export const widgetTypes = {
  table: {
    factory: 'table',
    shows: 'rows and columns',
    gives: 'rows, or a query',
    asks: [data],
    options: { '`table`': [{ file: 'define/widgets/table.ts', types: ['TableOptions', 'TableDisplayOptions'] }] },
    rows: 7,
  },
  ssrm_table: {
    factory: 'ssrmTable',
    shows: 'millions of rows, paged on the server',
    gives: 'one block of rows: `{ rowData, rowCount }`',
    asks: [
      { title: 'The first block', until: ({ rowCount }) => rowCount >= 0 },
      {
        title: 'Sorted and filtered',
        body: {
          startRow: 0,
          endRow: 500,
          sortModel: [{ colId: 'quantity', sort: 'desc' }],
          filterModel: { symbol: { filterType: 'set', values: ['IBM'] } },
        },
        until: ({ rowCount }) => rowCount >= 0,
      },
      {
        title: 'Grouped',
        body: {
          startRow: 0,
          endRow: 500,
          rowGroupCols: [{ id: 'symbol', displayName: 'Symbol', field: 'symbol' }],
          groupKeys: [],
          valueCols: [{ id: 'quantity', displayName: 'Quantity', field: 'quantity', aggFunc: 'sum' }],
        },
        until: ({ rowCount }) => rowCount >= 0,
      },
    ],
    options: {
      '`ssrmTable` of `deskwright/sql`': [{ file: 'sql/ssrm/ssrm-table.ts', types: ['GridFrom'] }, table],
      '`ssrmTable` of `deskwright`': [{ file: 'define/widgets/ssrm-table.ts', types: ['SsrmTableOptions'] }, table],
    },
    rows: 11,
  },
  live_grid: {
    factory: 'liveGrid',
    shows: 'rows whose cells change while you look',
    gives: 'the first rows; a socket sends the changes',
    asks: [{ title: 'The first rows' }, { title: 'The socket', messages: 3 }],
    options: {
      '`liveGrid` of `deskwright/live`, which serves the socket': [
        { file: 'live/live-grid.ts', types: ['LiveGridOptions'] },
        table,
      ],
      '`liveGrid` of `deskwright`, for a socket elsewhere': [
        { file: 'define/widgets/live-grid.ts', types: ['LiveGridOptions'] },
        table,
      ],
    },
    rows: 7,
  },
  chart: {
    factory: 'chart',
    shows: 'a Plotly chart',
    gives: 'rows to draw, or a Plotly figure',
    asks: [{ title: 'The figure' }, raw],
    options: {
      '`chart` of rows': [
        {
          file: 'define/figure/drawing.ts',
          types: ['SeriesDrawing', 'Series', 'HeatmapDrawing', 'CandlestickDrawing', 'Drawing'],
        },
        { file: 'define/widgets/chart.ts', types: ['RowsOptions'] },
      ],
      '`chart` of a figure': [{ file: 'define/widgets/chart.ts', types: ['FigureOptions'] }],
    },
    rows: 11,
  },
  'chart-highcharts': {
    factory: 'highcharts',
    shows: 'a Highcharts chart',
    gives: '`{ userOptions }`',
    asks: [{ title: 'The envelope' }, raw],
    options: { '`highcharts`': [{ file: 'define/widgets/highcharts.ts', types: ['HighchartsOptions'] }] },
    rows: 9,
  },
  'chart-vegalite': {
    factory: 'vegaLite',
    shows: 'a Vega-Lite chart',
    gives: 'a Vega-Lite spec',
    asks: [{ title: 'The spec' }, raw],
    options: { '`vegaLite`': [{ file: 'define/widgets/vega-lite.ts', types: ['VegaLiteOptions'] }] },
    rows: 9,
  },
  advanced_charting: {
    factory: 'tradingChart',
    shows: 'a TradingView chart: candles, volume, time spans',
    gives: 'bars of a range; `advancedCharting` takes a whole UDF `datafeed`',
    asks: [
      { title: 'What the datafeed can do', path: 'config' },
      { title: 'What a symbol is', path: 'symbols', query: { symbol: 'ACME' } },
      {
        title: 'The bars of a range',
        path: 'history',
        query: { symbol: 'ACME', resolution: '1D', from: 1_767_225_600, to: 1_767_657_600, countback: 5 },
      },
      {
        title: 'A range before the first bar',
        path: 'history',
        query: { symbol: 'ACME', resolution: '1D', from: 1_704_067_200, to: 1_704_326_400 },
      },
    ],
    options: {
      '`tradingChart` of `deskwright`': [
        { file: 'define/trading/trading-chart.ts', types: ['TradingChartOptions', 'TradingChartCommon'] },
        {
          file: 'define/widgets/advanced-charting.ts',
          types: ['AdvancedChartingOptions'],
          without: ['datafeed', 'endpoint'],
        },
      ],
      '`tradingChart` of `deskwright/sql`, beside those of the first but `symbols`, `search` and `history`': [
        { file: 'sql/trading/trading-chart.ts', types: ['SqlTradingChartOptions'] },
      ],
      '`advancedCharting`': [{ file: 'define/widgets/advanced-charting.ts', types: ['AdvancedChartingOptions'] }],
    },
    rows: 12,
  },
  metric: {
    factory: 'metric',
    shows: 'cards with one number each',
    gives: 'one card `{ label, value, delta }`, or several',
    asks: [data],
    options: { '`metric`': [{ file: 'define/widgets/metric.ts', types: ['MetricOptions'] }] },
    rows: 6,
  },
  markdown: {
    factory: 'markdown',
    shows: 'a text with tables, code, formulas and pictures',
    gives: 'a string of Markdown',
    asks: [data],
    options: { '`markdown`': [{ file: 'define/widgets/markdown.ts', types: ['MarkdownOptions'] }] },
    rows: 9,
  },
  note: {
    factory: 'note',
    shows: 'a text that each user edits a copy of',
    gives: 'a string of Markdown',
    asks: [data],
    options: { '`note`': [{ file: 'define/widgets/markdown.ts', types: ['MarkdownOptions'] }] },
    rows: 7,
  },
  newsfeed: {
    factory: 'newsfeed',
    shows: 'articles, to be opened one by one',
    gives: 'articles',
    asks: [data],
    options: { '`newsfeed`': [{ file: 'define/widgets/newsfeed.ts', types: ['NewsfeedOptions'] }] },
    rows: 7,
  },
  html: {
    factory: 'html',
    shows: 'HTML in a sandbox',
    gives: 'HTML: `markup`, or a string',
    asks: [{ title: 'The page' }, raw],
    options: { '`html`': [{ file: 'define/widgets/html.ts', types: ['HtmlOptions'] }] },
    rows: 6,
  },
  iframe: {
    factory: 'iframe',
    shows: 'a web page, yours or another one',
    gives: 'a string of HTML, or an `endpoint` elsewhere',
    asks: [{ title: 'The page' }],
    options: { '`iframe`': [{ file: 'define/widgets/iframe.ts', types: ['IframeOptions'] }] },
    rows: 6,
  },
  youtube: {
    factory: 'youtube',
    shows: 'a video of YouTube',
    gives: 'its URL',
    asks: [{ title: 'The address' }, { title: 'The transcript, for AI agents', raw: true }],
    options: { '`youtube`': [{ file: 'define/widgets/youtube.ts', types: ['YoutubeOptions'] }] },
    rows: 8,
  },
  pdf: {
    factory: 'pdf',
    shows: 'one document',
    gives: 'a file: its bytes, base64, or a URL',
    asks: [{ title: 'The file' }],
    options: { '`pdf`': [{ file: 'define/widgets/pdf.ts', types: ['PdfOptions'] }] },
    rows: 11,
  },
  multi_file_viewer: {
    factory: 'multiFileViewer',
    shows: 'a list of files, and the one that is opened',
    gives: 'the selected files',
    asks: [
      { title: 'The list of files', options: 'file' },
      { title: 'The files that are opened', values: { file: ['letter.pdf', 'prices.csv'] } },
      { title: 'A file that is gone', values: { file: ['letter.pdf', 'old.pdf'] } },
    ],
    options: {
      '`multiFileViewer`': [{ file: 'define/widgets/multi-file-viewer.ts', types: ['MultiFileViewerOptions'] }],
    },
    rows: 10,
  },
  omni: {
    factory: 'omni',
    shows: 'an answer to a prompt: text, a table or a chart',
    gives: '`{ content, data_format }`',
    asks: [
      { title: 'A prompt that gets a table', values: { prompt: 'What do we hold in energy?' } },
      { title: 'A prompt that gets a text', values: { prompt: 'Hello' } },
    ],
    options: {
      '`omni`': [{ file: 'define/widgets/omni.ts', types: ['OmniOptions'] }],
      '`sqlConsole` of `deskwright/sql`': [{ file: 'sql/console/sql-console.ts', types: ['SqlConsoleOptions'] }],
    },
    rows: 6,
  },
}
