import { z } from 'zod'
import { chosen, list, optional, textAt } from '../exact.ts'
import { rowsSchema } from './rows.ts'
import { type AdvancedFilter, advancedFilterSchema, type FilterModel, filterModelSchema } from './ssrm-filter.ts'
import { normalizeSsrmRequest } from './normalize-ssrm-request.ts'
import { aggFuncs } from '../widgets/column-values.ts'

const groupColumn = z.object({ id: z.string(), field: z.string(), displayName: optional(z.string()) })
/** A column that rows are grouped or pivoted by. */
export interface SsrmGroupColumn extends z.infer<typeof groupColumn> {}
const groupColumnSchema: z.ZodType<SsrmGroupColumn> = groupColumn

const valueColumn = groupColumn.extend({ aggFunc: z.enum(aggFuncs) })
/** A column that is summed up in groups. */
export interface SsrmValueColumn extends z.infer<typeof valueColumn> {}
const valueColumnSchema: z.ZodType<SsrmValueColumn> = valueColumn

const sort = z.object({ colId: z.string(), sort: z.enum(['asc', 'desc']) })
/** A column that rows are sorted by. */
export interface SsrmSort extends z.infer<typeof sort> {}
const sortSchema: z.ZodType<SsrmSort> = sort

const request = z.strictObject({
  /** The first row, inclusive. */
  startRow: z.int().min(0),
  /** The end, exclusive. */
  endRow: z.int().min(0),
  /** The grouping columns, outermost first. */
  rowGroupCols: list(groupColumnSchema),
  /** The keys of the opened groups; as many as the depth. */
  groupKeys: list(z.nullable(z.string())),
  valueCols: list(valueColumnSchema),
  pivotCols: list(groupColumnSchema),
  pivotMode: z.boolean(),
  /** Filters by column, or an advanced filter over all columns. */
  filterModel: chosen((model): z.ZodType<AdvancedFilter | FilterModel> =>
    textAt(model, 'filterType') === undefined ? filterModelSchema : advancedFilterSchema,
  ),
  /** In order of priority. */
  sortModel: list(sortSchema),
  /** What the user typed in the widget's query editor. */
  query: optional(z.string()),
})

/** What an `ssrm_table` is asked for. */
export interface SsrmRequest extends z.infer<typeof request> {}

/** Reads what an `ssrm_table` is asked for, exactly: every key is there. */
export const exactSsrmRequestSchema: z.ZodType<SsrmRequest> = request

/** Reads what an `ssrm_table` is asked for, by any client and in any of the published forms; what is absent gets its default. */
export const ssrmRequestSchema: z.ZodType<SsrmRequest> = z.preprocess(normalizeSsrmRequest, request)

const answer = z.strictObject({
  /** The rows of the asked range, at the asked level of groups. */
  rowData: rowsSchema,
  /** All rows of that level after filtering; absent or -1 when unknown. */
  rowCount: optional(z.int().min(-1)),
  /** Shown to the user. */
  error: optional(z.string()),
  pivotResultFields: optional(list(z.string())),
})

/** What an `ssrm_table` answers. */
export interface SsrmAnswer extends z.infer<typeof answer> {}

/** Reads what an `ssrm_table` answers, exactly. */
export const ssrmAnswerSchema: z.ZodType<SsrmAnswer> = answer

/** Reads an answer as others send it: a bare array is its rows. */
export const receivedSsrmAnswerSchema: z.ZodType<SsrmAnswer> = z.preprocess(
  (value) => (Array.isArray(value) ? { rowData: value } : value),
  z.object({
    rowData: rowsSchema,
    rowCount: optional(z.int().min(-1)).catch(-1),
    error: optional(z.string()),
    pivotResultFields: optional(list(z.string())).catch([]),
  }),
)
