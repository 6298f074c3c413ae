import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { optionsDocumentSchema, receivedOptionsDocumentSchema } from '../widgets/option.ts'
import { fileObjectSchema, filesSchema, receivedFileObjectSchema, receivedFilesSchema } from './file.ts'
import { highchartsEnvelopeSchema, receivedHighchartsEnvelopeSchema } from './highcharts.ts'
import { iframePageMessageSchema, iframeWorkspaceMessageSchema, receivedIframePageMessageSchema } from './iframe.ts'
import { liveParamsMessageSchema, liveUpdateSchema, receivedLiveParamsMessageSchema } from './live.ts'
import { metricsSchema, receivedMetricsSchema } from './metric.ts'
import { articlesSchema, receivedArticlesSchema } from './newsfeed.ts'
import { omniAnswerSchema, omniRequestSchema, receivedOmniAnswerSchema } from './omni.ts'
import { plotlyFigureSchema, receivedPlotlyFigureSchema } from './plotly.ts'
import { receivedRowsSchema, rowsSchema } from './rows.ts'
import { ssrmAnswerSchema } from './ssrm.ts'
import {
  receivedUdfConfigSchema,
  receivedUdfHistorySchema,
  receivedUdfSymbolSchema,
  udfConfigSchema,
  udfHistorySchema,
  udfSearchResultsSchema,
  udfSymbolSchema,
} from './udf.ts'
import { vegaLiteSpecSchema } from './vega-lite.ts'

const file = { data_format: { data_type: 'pdf', filename: 'a.pdf' }, content: 'JVBERi0' }
const answer = {
  content: [{ n: 1 }],
  data_format: { data_type: 'object', parse_as: 'table' },
  citable: false,
  extra_citations: [{ source_info: { type: 'widget', name: 'Bonds' }, details: [{ isin: 'XS1' }] }],
}
const config = {
  supported_resolutions: ['1', 'D'],
  supports_search: true,
  supports_group_request: false,
  supports_marks: false,
  supports_timescale_marks: false,
  supports_time: true,
}
const symbol = {
  name: 'XS1',
  description: 'Bond',
  type: 'bond',
  exchange: 'LSE',
  timezone: 'Etc/UTC',
  session: '24x7',
  minmov: 1,
  pricescale: 100,
  supported_resolutions: ['D'],
}
const bars = { s: 'ok', t: [1, 2], o: [1, 2], h: [1, 2], l: [1, 2], c: [1, 2], v: [1, 2] }

describe('what we send', () => {
  test.each<[string, z.ZodType, unknown]>([
    ['rows', rowsSchema, [{ a: 1, trend: [1, 2] }]],
    ['no rows', rowsSchema, []],
    ['a figure', plotlyFigureSchema, { data: [{ type: 'scatter' }], layout: {}, config: {} }],
    ['Highcharts', highchartsEnvelopeSchema, { userOptions: {}, constructorType: 'stockChart' }],
    ['Vega-Lite', vegaLiteSpecSchema, { mark: 'line', title: 'x' }],
    ['one metric', metricsSchema, { label: 'AUM', value: '1.2bn', delta: -2 }],
    ['metrics', metricsSchema, [{ label: 'AUM', value: 12 }]],
    [
      'articles',
      articlesSchema,
      [
        { title: 'A', date: '2026-03-31T10:00:00Z', body: 'x' },
        { title: 'B', date: '2026-03-31' },
      ],
    ],
    ['a file', fileObjectSchema, file],
    ['files, and what is wrong with them', filesSchema, [file, { error_type: 'not_found', content: 'b.pdf is gone' }]],
    ['an omni answer', omniAnswerSchema, answer],
    ['a page of rows', ssrmAnswerSchema, { rowData: [], rowCount: -1 }],
    ['a configuration', udfConfigSchema, config],
    ['a symbol', udfSymbolSchema, symbol],
    ['bars', udfHistorySchema, bars],
    ['no bars', udfHistorySchema, { s: 'no_data', nextTime: 1 }],
    ['an error', udfHistorySchema, { s: 'error', errmsg: 'x' }],
    [
      'symbols found',
      udfSearchResultsSchema,
      [{ symbol: 'a', full_name: 'a', description: '', exchange: '', type: '' }],
    ],
    ['options', optionsDocumentSchema, [{ label: 'A', value: null, extraInfo: { description: 'x' } }]],
    ['parameters of a live grid', liveParamsMessageSchema, { type: 'params', params: { a: ['x'], b: 1 } }],
    ['an update of a live grid', liveUpdateSchema, { a: 1 }],
    [
      'a page that connects',
      iframePageMessageSchema,
      { type: 'openbb-connect', widgets: [{ widgetId: 'a', name: 'A', dataType: 'table' }] },
    ],
    ['a request to a page', iframeWorkspaceMessageSchema, { type: 'openbb-request', widgetId: null }],
  ])('may be %s', (_title, schema, value) => {
    expect(schema.parse(value)).toEqual(value)
  })

  test.each<[string, z.ZodType, unknown]>([
    ['an object instead of rows', rowsSchema, { a: 1 }],
    ['rows that are arrays', rowsSchema, [[1]]],
    ['a figure without traces', plotlyFigureSchema, { data: [] }],
    ['a figure and its rows', plotlyFigureSchema, { data: [{}], rows: [] }],
    ['bare Highcharts options', highchartsEnvelopeSchema, { series: [] }],
    ['a specification that draws nothing', vegaLiteSpecSchema, { data: {} }],
    ['a metric without a value', metricsSchema, { label: 'AUM', value: null }],
    ['a metric of NaN', metricsSchema, { label: 'AUM', value: NaN }],
    ['a date in words', articlesSchema, [{ title: 'A', date: 'today' }]],
    ['a file with nothing in it', fileObjectSchema, { data_format: file.data_format }],
    ['a file twice', fileObjectSchema, { ...file, url: 'https://a.b/c.pdf' }],
    ['a file by its old name', fileObjectSchema, { data_format: file.data_format, file_reference: 'x' }],
    ['a table that is text', omniAnswerSchema, { ...answer, content: 'x' }],
    ['an answer that does not say whether it may be cited', omniAnswerSchema, { ...answer, citable: undefined }],
    ['search and groups', udfConfigSchema, { ...config, supports_group_request: true }],
    ['bars of other lengths', udfHistorySchema, { ...bars, c: [1] }],
    ['bars in disorder', udfHistorySchema, { ...bars, t: [2, 1] }],
    ['options as texts', optionsDocumentSchema, ['a']],
  ])('is not %s', (_title, schema, value) => {
    expect(schema.safeParse(value).success).toBe(false)
  })
})

describe('what others send', () => {
  test.each<[string, z.ZodType, unknown, unknown]>([
    ['one row alone', receivedRowsSchema, { a: 1 }, [{ a: 1 }]],
    ['a figure below results', receivedPlotlyFigureSchema, { results: { data: [{}], x: 1 } }, { data: [{}] }],
    [
      'a figure with typed arrays',
      receivedPlotlyFigureSchema,
      { data: [{ y: { dtype: 'f8', bdata: '' } }] },
      { data: [{ y: { dtype: 'f8', bdata: '' } }] },
    ],
    [
      'Highcharts from Python',
      receivedHighchartsEnvelopeSchema,
      { userOptions: {}, renderTo: 'x', constructorType: 'x' },
      { userOptions: {}, constructorType: 'chart' },
    ],
    [
      'metrics of any scalar',
      receivedMetricsSchema,
      { label: 1, value: true, delta: null, subvalue: 1 },
      [{ label: '1', value: 'true' }],
    ],
    [
      'articles with gaps',
      receivedArticlesSchema,
      [{ title: 'A', date: 'today', x: 1 }],
      [{ title: 'A', date: 'today' }],
    ],
    [
      'a file by its old name',
      receivedFileObjectSchema,
      { data_format: { data_type: 'PDF' }, file_reference: 'x' },
      { data_format: { data_type: 'pdf', filename: '' }, url: 'x' },
    ],
    ['one file alone', receivedFilesSchema, file, [file]],
    [
      'an answer that is only text',
      receivedOmniAnswerSchema,
      { content: 'x' },
      { content: 'x', data_format: { data_type: 'object', parse_as: 'text' }, citable: false, extra_citations: [] },
    ],
    [
      'an answer with a broken citation',
      receivedOmniAnswerSchema,
      { ...answer, extra_citations: [{}, ...answer.extra_citations] },
      answer,
    ],
    ['a question without a prompt', omniRequestSchema, { type: 'table' }, { prompt: '', type: 'table' }],
    [
      'an empty configuration',
      receivedUdfConfigSchema,
      {},
      { ...config, supported_resolutions: [], supports_search: false, supports_time: false },
    ],
    [
      'a symbol as the documentation writes it',
      receivedUdfSymbolSchema,
      { name: 'XS1', 'session-regular': '0930-1600' },
      { ...symbol, description: '', type: 'stock', exchange: '', session: '0930-1600', supported_resolutions: [] },
    ],
    ['bars in quotes', receivedUdfHistorySchema, { ...bars, t: ['1', '2'], x: 1 }, bars],
    [
      'options as texts',
      receivedOptionsDocumentSchema,
      ['a', { label: 1, value: 2, x: 1 }],
      [
        { label: 'a', value: 'a' },
        { label: '1', value: 2 },
      ],
    ],
    [
      'parameters of a live grid',
      receivedLiveParamsMessageSchema,
      { type: 'params', params: { a: 'x,y', b: {} }, id: 1 },
      { type: 'params', params: { a: 'x,y' } },
    ],
    [
      'one parameter set by a page',
      receivedIframePageMessageSchema,
      { type: 'openbb:params:update', paramName: 'a', value: 1 },
      { type: 'openbb:widget-params:update', params: { a: 1 } },
    ],
    [
      'parameters set by a page',
      receivedIframePageMessageSchema,
      { type: 'openbb:widget-params:update', params: { a: 1 } },
      { type: 'openbb:widget-params:update', params: { a: 1 } },
    ],
  ])('may be %s', (_title, schema, value, expected) => {
    expect(schema.parse(value)).toEqual(expected)
  })

  test.each<[string, z.ZodType]>([
    ['rows', receivedRowsSchema],
    ['figures', receivedPlotlyFigureSchema],
    ['Highcharts', receivedHighchartsEnvelopeSchema],
    ['metrics', receivedMetricsSchema],
    ['articles', receivedArticlesSchema],
    ['files', receivedFilesSchema],
    ['omni answers', receivedOmniAnswerSchema],
    ['histories', receivedUdfHistorySchema],
    ['options', receivedOptionsDocumentSchema],
    ['messages', receivedIframePageMessageSchema],
  ])('is refused, never a crash, when it cannot be read as %s', (_title, schema) => {
    for (const value of [null, 'x', 12, [null], [[]], { content: undefined }]) {
      expect(() => schema.safeParse(value)).not.toThrow()
    }
    expect(schema.safeParse(12).success).toBe(false)
  })
})
