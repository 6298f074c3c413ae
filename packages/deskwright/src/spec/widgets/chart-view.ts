import { z } from 'zod'
import { list, optional } from '../exact.ts'
import { chartTypes } from './column-values.ts'

const chartView = z.strictObject({
  /** Starts as a chart. */
  enabled: optional(z.boolean()),
  chartType: optional(z.enum(chartTypes)),
  /** The fields of a chart type: the category first, then the series. */
  cellRangeCols: optional(z.partialRecord(z.enum(chartTypes), list(z.string()))),
  ignoreCellRange: optional(z.boolean()),
  chartNavigatorEnabled: optional(z.boolean()),
  chartMiniChartEnabled: optional(z.boolean()),
  chartSettingsOpen: optional(z.boolean()),
  xLabel: optional(z.string()),
  yLabel: optional(z.string()),
})

/** How a table is drawn as a chart. */
export interface WireChartView extends z.infer<typeof chartView> {}

/** Reads how a table is drawn as a chart, exactly. */
export const chartViewSchema: z.ZodType<WireChartView> = chartView
