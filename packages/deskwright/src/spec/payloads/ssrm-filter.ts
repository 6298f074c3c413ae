import { z } from 'zod'
import { chosen, list, optional, textAt } from '../exact.ts'
import { scalarFilterTypes, textFilterTypes } from './filter-types.ts'

const bound = optional(z.union([z.number(), z.string(), z.null()]))

const textFilter = z.object({
  filterType: z.literal('text'),
  type: z.enum(textFilterTypes),
  filter: optional(z.union([z.string(), z.null()])),
})
/** Compares text. */
export interface TextFilter extends z.infer<typeof textFilter> {}

const numberFilter = z.object({
  filterType: z.literal('number'),
  type: z.enum(scalarFilterTypes),
  filter: bound,
  filterTo: bound,
})
/** Compares numbers. */
export interface NumberFilter extends z.infer<typeof numberFilter> {}

const dateFilter = z.object({
  filterType: z.literal('date'),
  type: z.enum(scalarFilterTypes),
  /** `YYYY-MM-DD hh:mm:ss`. */
  dateFrom: optional(z.union([z.string(), z.null()])),
  dateTo: optional(z.union([z.string(), z.null()])),
})
/** Compares dates. */
export interface DateFilter extends z.infer<typeof dateFilter> {}

const booleanFilter = z.object({ filterType: z.literal('boolean'), type: z.enum(['true', 'false']) })
/** Keeps one of two values. */
export interface BooleanFilter extends z.infer<typeof booleanFilter> {}

const setFilter = z.object({
  filterType: z.literal('set'),
  /** What is kept; an empty array keeps nothing. */
  values: list(z.union([z.string(), z.number(), z.boolean(), z.null()])),
})
/** Keeps listed values. */
export interface SetFilter extends z.infer<typeof setFilter> {}

/** One comparison of one column. */
export type SimpleFilter = TextFilter | NumberFilter | DateFilter | BooleanFilter

/** Reads one comparison of one column, exactly. */
const simpleFilterSchema: z.ZodType<SimpleFilter> = z.discriminatedUnion('filterType', [
  textFilter,
  numberFilter,
  dateFilter,
  booleanFilter,
])

const combinedFilter = z.object({
  filterType: z.enum(['text', 'number', 'date', 'boolean']),
  operator: z.enum(['AND', 'OR']),
  conditions: list(simpleFilterSchema),
})
/** Several comparisons of one column. */
export interface CombinedFilter extends z.infer<typeof combinedFilter> {}

/** Several filters of one column; all have to match. */
export interface MultiFilter {
  readonly filterType: 'multi'
  readonly filterModels: readonly (ColumnFilter | null)[]
}

/** What one column is filtered by. */
export type ColumnFilter = SimpleFilter | SetFilter | CombinedFilter | MultiFilter

/** Reads what one column is filtered by, exactly. */
export const columnFilterSchema: z.ZodType<ColumnFilter> = chosen((filter): z.ZodType<ColumnFilter> => {
  if (textAt(filter, 'operator') !== undefined) return combinedFilter
  const type = textAt(filter, 'filterType')
  return type === 'set' ? setFilter : type === 'multi' ? multiFilter : simpleFilterSchema
})

const multiFilter: z.ZodType<MultiFilter> = z.object({
  filterType: z.literal('multi'),
  filterModels: list(z.nullable(columnFilterSchema)),
})

/** One comparison of an advanced filter. */
export interface AdvancedLeaf {
  readonly filterType: Exclude<string, 'join'>
  readonly colId: string
  readonly type: string
  readonly filter?: string | number | boolean | null
}

/** Several parts of an advanced filter. */
export interface AdvancedJoin {
  readonly filterType: 'join'
  readonly type: 'AND' | 'OR'
  readonly conditions: readonly AdvancedFilter[]
}

/** A filter over all columns, as AG Grid's advanced filter writes it. */
export type AdvancedFilter = AdvancedJoin | AdvancedLeaf

/** Reads an advanced filter, exactly. */
export const advancedFilterSchema: z.ZodType<AdvancedFilter> = chosen((filter): z.ZodType<AdvancedFilter> =>
  textAt(filter, 'filterType') === 'join' ? join : leaf,
)

const join = z.object({
  filterType: z.literal('join'),
  type: z.enum(['AND', 'OR']),
  conditions: list(advancedFilterSchema),
})

const leaf = z.object({
  filterType: z.string(),
  colId: z.string(),
  type: z.string(),
  filter: optional(z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

/** Filters by column; all have to match. */
export interface FilterModel {
  readonly [colId: string]: ColumnFilter
}

/** Reads filters by column, exactly. */
export const filterModelSchema: z.ZodType<FilterModel> = z.record(z.string(), columnFilterSchema)
