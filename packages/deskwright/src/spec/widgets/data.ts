import { z } from 'zod'
import { list, optional } from '../exact.ts'
import { chartViewSchema } from './chart-view.ts'
import { columnSchema } from './column.ts'
import { formatterFns } from './column-values.ts'

const table = z.strictObject({
  columnsDefs: optional(list(columnSchema)),
  /** Also shows fields of the answer that have no column. */
  showAll: optional(z.boolean()),
  enableCharts: optional(z.boolean()),
  enableAdvanced: optional(z.boolean()),
  enableFormulas: optional(z.boolean()),
  transpose: optional(z.boolean()),
  formatterFn: optional(z.enum(formatterFns)),
  chartView: optional(chartViewSchema),
})

/** The table of a widget. */
export interface WireTable extends z.infer<typeof table> {}

/** Reads the table of a widget, exactly. */
export const tableSchema: z.ZodType<WireTable> = table

const chartConfig = z.strictObject({
  upColor: optional(z.string()),
  downColor: optional(z.string()),
  borderUpColor: optional(z.string()),
  borderDownColor: optional(z.string()),
  wickUpColor: optional(z.string()),
  wickDownColor: optional(z.string()),
  volumeUpColor: optional(z.string()),
  volumeDownColor: optional(z.string()),
  showVolume: optional(z.boolean()),
})

const data = z.strictObject({
  /** Dotted path to the useful part of the answer. */
  dataKey: optional(z.string()),
  /** The fields whose values identify a row of a live grid. */
  wsRowIdColumn: optional(z.union([z.string(), list(z.string(), 1)])),
  table: optional(tableSchema),
  /** The first symbol of an `advanced_charting` widget. */
  defaultSymbol: optional(z.string()),
  /** How often the newest bar is asked for, in milliseconds. */
  updateFrequency: optional(z.number().positive()),
  chartConfig: optional(chartConfig),
})

/** What a widget says about its data. */
export interface WireData extends z.infer<typeof data> {}

/** Reads what a widget says about its data, exactly. */
export const dataSchema: z.ZodType<WireData> = data
