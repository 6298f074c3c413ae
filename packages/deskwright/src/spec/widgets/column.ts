import { z } from 'zod'
import { list, optional } from '../exact.ts'
import {
  aggFuncs,
  alignments,
  cellDataTypes,
  chartDataTypes,
  formatterFns,
  pinSides,
  renderFns,
  sortDirections,
} from './column-values.ts'
import { renderFnParamsSchema } from './render-fn-params.ts'
import { sparklineSchema } from './sparkline.ts'

const pixels = optional(z.number().positive())

const column = z.strictObject({
  /** The key in each row. */
  field: z.string(),
  headerName: z.string(),
  headerTooltip: optional(z.string()),
  cellDataType: optional(z.enum(cellDataTypes)),
  chartDataType: optional(z.enum(chartDataTypes)),
  formatterFn: optional(z.enum(formatterFns)),
  decimalPlaces: optional(z.int().min(0).max(6)),
  prefix: optional(z.string()),
  suffix: optional(z.string()),
  renderFn: optional(z.union([z.enum(renderFns), list(z.enum(renderFns))])),
  renderFnParams: optional(renderFnParamsSchema),
  align: optional(z.enum(alignments)),
  /** Pixels. */
  width: pixels,
  minWidth: pixels,
  maxWidth: pixels,
  hide: optional(z.boolean()),
  pinned: optional(z.enum(pinSides)),
  /** Starts grouped by this column. */
  rowGroup: optional(z.boolean()),
  aggFunc: optional(z.enum(aggFuncs)),
  sort: optional(z.enum(sortDirections)),
  sortIndex: optional(z.int().min(0)),
  /** Whether the socket of a live grid may update this column; `true` when absent. */
  enableCellChangeWs: optional(z.boolean()),
  sparkline: optional(sparklineSchema),
})

/** One column of a table. */
export interface WireColumn extends z.infer<typeof column> {}

/** Reads one column, exactly. */
export const columnSchema: z.ZodType<WireColumn> = column
