import { z } from 'zod'
import { receivedFileObjectSchema, receivedFilesSchema } from '../../spec/payloads/file.ts'
import { receivedHighchartsEnvelopeSchema } from '../../spec/payloads/highcharts.ts'
import { receivedMetricsSchema } from '../../spec/payloads/metric.ts'
import { receivedArticlesSchema } from '../../spec/payloads/newsfeed.ts'
import { receivedOmniAnswerSchema } from '../../spec/payloads/omni.ts'
import { receivedPlotlyFigureSchema } from '../../spec/payloads/plotly.ts'
import { receivedRowsSchema } from '../../spec/payloads/rows.ts'
import { receivedSsrmAnswerSchema } from '../../spec/payloads/ssrm.ts'
import { receivedUdfConfigSchema } from '../../spec/payloads/udf.ts'
import { receivedVegaLiteSpecSchema } from '../../spec/payloads/vega-lite.ts'
import type { AcceptedWidgetTypeName } from '../../spec/widgets/widget-types.ts'

/** What reads the answers for each type, as tolerant as Workspace is; types without one are pages and other free text. */
export const answerShapes: { readonly [Type in AcceptedWidgetTypeName]?: z.ZodType } = {
  table: receivedRowsSchema,
  live_grid: receivedRowsSchema,
  ssrm_table: receivedSsrmAnswerSchema,
  chart: receivedPlotlyFigureSchema,
  'chart-highcharts': receivedHighchartsEnvelopeSchema,
  'chart-vegalite': receivedVegaLiteSpecSchema,
  metric: receivedMetricsSchema,
  newsfeed: receivedArticlesSchema,
  pdf: receivedFileObjectSchema,
  multi_file_viewer: receivedFilesSchema,
  omni: receivedOmniAnswerSchema,
  advanced_charting: receivedUdfConfigSchema,
  markdown: z.string(),
  note: z.string(),
}
