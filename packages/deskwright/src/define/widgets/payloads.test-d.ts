import { expectTypeOf, test } from 'vitest'
import type {
  Article,
  FileError,
  FileObject,
  HighchartsEnvelope,
  Metric,
  OmniAnswer,
  PlotlyFigure,
} from '../../spec/types.ts'
import type { Context } from '../context.ts'
import type { CandlestickDrawing } from '../figure/drawing.ts'
import { column } from '../column.ts'
import { param } from '../param.ts'
import type { RowSet } from '../row-set.ts'
import { advancedCharting, type UdfDatafeed } from './advanced-charting.ts'
import { chart } from './chart.ts'
import { highcharts } from './highcharts.ts'
import { html } from './html.ts'
import { iframe } from './iframe.ts'
import { markdown, note } from './markdown.ts'
import { metric } from './metric.ts'
import { multiFileViewer } from './multi-file-viewer.ts'
import { newsfeed } from './newsfeed.ts'
import { omni } from './omni.ts'
import { pdf } from './pdf.ts'
import { vegaLite } from './vega-lite.ts'
import { youtube } from './youtube.ts'
import type { AnyWidget } from '../widget.ts'

declare const figure: PlotlyFigure
declare const cards: Metric[]
declare const articles: Article[]
declare const envelope: HighchartsEnvelope
declare const files: (FileObject | FileError)[]
declare const answer: OmniAnswer
declare const datafeed: UdfDatafeed

test('loaders give the payload of their widget, at once or later', () => {
  expectTypeOf([
    chart({ name: 'C', load: () => figure, raw: () => [{ a: 1 }] }),
    chart({ name: 'C', dataKey: 'results', load: async () => ({ results: figure }) }),
    highcharts({ name: 'C', load: async () => envelope }),
    vegaLite({ name: 'C', load: () => ({ mark: 'bar' }) }),
    metric({ name: 'M', load: () => ({ label: 'A', value: 1 }) }),
    metric({ name: 'M', load: async () => cards }),
    newsfeed({ name: 'N', load: async () => articles }),
    newsfeed({ name: 'N', dataKey: 'articles', load: async () => ({ articles }) }),
    markdown({ name: 'M', load: () => '# A' }),
    markdown({ name: 'M', dataKey: 'text', load: () => ({ text: '# A' }) }),
    note({ name: 'N', load: async () => 'A' }),
    html({ name: 'H', load: () => '<p>', raw: () => [{ a: 1 }] }),
    iframe({ name: 'I', endpoint: 'https://example.com' }),
    iframe({ name: 'I', load: () => '<p>' }),
    youtube({ name: 'Y', load: () => 'https://youtu.be/x', raw: () => '# Transcript' }),
    pdf({
      name: 'P',
      load: async () => ({ data_format: { data_type: 'pdf', filename: 'a.pdf' }, url: 'https://x/a.pdf' }),
    }),
    advancedCharting({ name: 'A', datafeed }),
    advancedCharting({ name: 'A', endpoint: 'https://example.com/udf' }),
  ]).toExtend<readonly AnyWidget[]>()
})

test('a chart of rows names their columns, as far as they are known', () => {
  interface Price {
    day: string
    symbol: string
    close: number
  }
  const symbol = param.text('Symbol', { value: 'AAPL' })
  const prices = (_symbol: string) => [] as Price[]
  const known = {} as RowSet<Price>
  const free = {} as RowSet<Record<string, unknown>>
  expectTypeOf([
    chart({ name: 'C', x: 'day', y: 'close', by: 'symbol', load: () => known }),
    chart({ name: 'C', params: { symbol }, x: 'day', y: ['close'], load: async ({ symbol }) => prices(symbol) }),
    chart({ name: 'C', kind: 'histogram', x: 'close', load: () => prices('A') }),
    chart({ name: 'C', kind: 'candlestick', x: 'anything', load: () => free }),
    chart({
      name: 'C',
      kind: 'bar',
      x: 'a',
      y: 'b',
      columns: { b: column.percent('B') },
      load: () => [{ a: 1, b: 2 }],
    }),
  ]).toExtend<readonly AnyWidget[]>()

  // @ts-expect-error: "clsoe" is no column; did you mean "close"?
  chart({ name: 'C', x: 'day', y: 'clsoe', load: () => known })
  // @ts-expect-error: "dya" is no column; did you mean "day"?
  chart({ name: 'C', params: { symbol }, x: 'dya', y: 'close', load: ({ symbol }) => prices(symbol) })
  const others = { open: 'close', high: 'close', low: 'close' } as const
  // @ts-expect-error: "last" is no column
  const ohlc: NonNullable<CandlestickDrawing<Price>['ohlc']> = { ...others, close: 'last' }
  expectTypeOf(chart({ name: 'C', kind: 'candlestick', x: 'day', ohlc, load: () => known })).toExtend<AnyWidget>()
  // @ts-expect-error: a line needs y
  chart({ name: 'C', x: 'day', load: () => known })
  // @ts-expect-error: a heatmap needs z
  chart({ name: 'C', kind: 'heatmap', x: 'day', y: 'symbol', load: () => known })
  // @ts-expect-error: without x the loader gives a figure
  chart({ name: 'C', load: () => known })
  // @ts-expect-error: there is no kind "lines"; did you mean "line"?
  chart({ name: 'C', kind: 'lines', x: 'day', y: 'close', load: () => known })
})

test('a file viewer gets the selected files', () => {
  const file = param.endpoint('File', { roles: ['fileSelector'], multiSelect: true, options: () => ['a.pdf'] })
  multiFileViewer({
    name: 'F',
    params: { file },
    load: ({ file }) => {
      expectTypeOf(file).toEqualTypeOf<string[]>()
      return files
    },
  })
})

test('an omni widget gets its prompt, declared or not', () => {
  // Inside a record of widgets the params are inferred from the record's bound.
  const widgets: Readonly<Record<string, AnyWidget>> = {
    ask: omni({
      name: 'O',
      load: ({ prompt }) => {
        expectTypeOf(prompt).toEqualTypeOf<string>()
        return answer
      },
    }),
  }
  expectTypeOf(widgets).toExtend<object>()
  omni({
    name: 'O',
    load: (values) => {
      expectTypeOf(values).toEqualTypeOf<{ prompt: string }>()
      return answer
    },
  })
  omni({
    name: 'O',
    params: { prompt: param.text('SQL', { language: 'sql', value: 'select 1' }), limit: param.number('Limit') },
    load: ({ prompt, limit }) => {
      expectTypeOf(prompt).toEqualTypeOf<string>()
      expectTypeOf(limit).toEqualTypeOf<number | undefined>()
      return answer
    },
  })
})

test('every loader gets the context', () => {
  metric({
    name: 'M',
    load: (_params, context) => {
      expectTypeOf(context).toEqualTypeOf<Context>()
      return []
    },
  })
})
