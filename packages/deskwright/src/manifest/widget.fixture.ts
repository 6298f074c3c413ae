import fc, { type GeneratorValue } from 'fast-check'
import type { Columns } from '../define/columns/column.ts'
import { param } from '../define/param.ts'
import type { Params } from '../define/params/param.ts'
import type { WidgetOptions } from '../define/widget-options.ts'
import type { AnyWidget } from '../define/widget.ts'
import { advancedCharting } from '../define/widgets/advanced-charting.ts'
import { chart } from '../define/widgets/chart.ts'
import { highcharts } from '../define/widgets/highcharts.ts'
import { html } from '../define/widgets/html.ts'
import { iframe } from '../define/widgets/iframe.ts'
import { liveGrid } from '../define/widgets/live-grid.ts'
import { markdown, note } from '../define/widgets/markdown.ts'
import { metric } from '../define/widgets/metric.ts'
import { multiFileViewer } from '../define/widgets/multi-file-viewer.ts'
import { newsfeed } from '../define/widgets/newsfeed.ts'
import { omni } from '../define/widgets/omni.ts'
import { pdf } from '../define/widgets/pdf.ts'
import { ssrmTable } from '../define/widgets/ssrm-table.ts'
import { table } from '../define/widgets/table.ts'
import { vegaLite } from '../define/widgets/vega-lite.ts'
import { youtube } from '../define/widgets/youtube.ts'

/** A loader that is never asked. */
export const load = (): never => {
  throw new Error('not asked')
}

/** What every widget may say. */
export const widgetOptions = (): fc.Arbitrary<Omit<WidgetOptions<Params>, 'params' | 'endpoint'>> =>
  fc.record(
    {
      name: fc.string({ minLength: 1 }),
      description: fc.string({ minLength: 1 }),
      category: fc.string(),
      subCategory: fc.string(),
      source: fc.oneof(fc.string(), fc.array(fc.string())),
      gridData: fc.record({ w: fc.integer({ min: 1, max: 40 }), h: fc.integer({ min: 1, max: 100 }) }),
      runButton: fc.boolean(),
      refetchInterval: fc.constantFrom<number | false | string>(1000, false, '*/5 * * * *'),
      staleTime: fc.constantFrom<number | false>(1000, false),
      dataUpdateDisplay: fc.constant('0 9 * * 1-5'),
      exportable: fc.boolean(),
      showTitle: fc.boolean(),
      storage: fc.constantFrom({}, { mcpUrl: 'https://example.com/mcp' }, { deep: [{ a: null }] }),
      mcp_tool: fc.constant({ mcp_server: 'Desk', tool_id: 'prices' }),
      disableRetrievalForCopilot: fc.boolean(),
      copilotParseAs: fc.constantFrom('structured' as const, 'unstructured' as const),
      imgUrl: fc.string(),
      timeout: fc.nat(),
      cache: fc.constant({ ttl: 1000 }),
    },
    { requiredKeys: ['name'] },
  )

type Factory = (options: WidgetOptions<Params>, columns: Columns, draw: GeneratorValue) => AnyWidget

const display = { showAll: true, enableCharts: true, chartView: { enabled: true, chartType: 'line' } } as const

/** Every factory, with what its type needs. */
export const factories: readonly Factory[] = [
  (options, columns) => table({ ...options, columns, load }),
  (options, columns) => table({ ...options, columns, ...display, dataKey: 'payload.rows', load }),
  (options) => table({ ...options, load }),
  (options, columns) => ssrmTable({ ...options, columns, load }),
  (options, columns) => liveGrid({ ...options, columns, wsEndpoint: 'live', wsRowIdColumn: ['a', 'b'], load }),
  (options) => chart({ ...options, load, raw: load }),
  (options) => chart({ ...options, load, dataKey: 'figure' }),
  (options) => highcharts({ ...options, load, raw: load }),
  (options) => vegaLite({ ...options, load, raw: load }),
  (options, _columns, draw) =>
    advancedCharting({
      ...options,
      ...draw(
        fc.constantFrom,
        {},
        { defaultSymbol: 'AAPL', updateFrequency: 60_000, chartConfig: { showVolume: true } },
      ),
      datafeed: { config: load, symbols: load, history: load, search: load },
    }),
  (options) => metric({ ...options, load }),
  (options) => markdown({ ...options, load }),
  (options) => note({ ...options, load }),
  (options) => newsfeed({ ...options, load }),
  (options) => html({ ...options, load, raw: load }),
  (options) => iframe({ ...options, load }),
  (options) => iframe({ ...options, endpoint: 'https://example.com/page' }),
  (options) => youtube({ ...options, load, raw: load }),
  (options) => pdf({ ...options, load }),
  (options) =>
    multiFileViewer({
      ...options,
      params: { ...options.params, file: param.endpoint('File', { roles: ['fileSelector'], options: () => [] }) },
      load,
    }),
  (options) => omni({ ...options, load }),
]
