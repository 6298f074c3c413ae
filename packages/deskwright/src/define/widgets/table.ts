import { pick } from '../../internal/pick.ts'
import type { WireChartView, FormatterFn } from '../../spec/types.ts'
import { rowsAnswer } from '../answers/rows.ts'
import type { Columns, Row } from '../columns/column.ts'
import type { Params } from '../params/param.ts'
import type { RowSet } from '../row-set.ts'
import { atDataKey } from '../data-key.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../widget.ts'

/** The display options of every kind of table. The keys are the wire's `data.table`. */
export interface TableDisplayOptions<C extends Columns> {
  /** Columns by field. Default: every field of the answer. */
  readonly columns?: C
  /** Also shows fields that have no column. */
  readonly showAll?: boolean
  /** Lets users chart the cells they select. */
  readonly enableCharts?: boolean
  /** Starts with the side panel of columns open. */
  readonly enableAdvanced?: boolean
  /** Starts with the side panel of formulas open. */
  readonly enableFormulas?: boolean
  /** Swaps rows and columns. */
  readonly transpose?: boolean
  /** The formatter of all columns; a column's own wins. */
  readonly formatterFn?: FormatterFn
  /** Starts as a chart of its columns: `{ enabled: true, chartType: 'line' }`. */
  readonly chartView?: WireChartView
}

/** Options of a table. */
export interface TableOptions<P extends Params, C extends Columns, Key extends string | undefined>
  extends WidgetOptions<P>, TableDisplayOptions<C> {
  /** Where in the answer the rows are: `payload.rows`. Default: the answer is the rows. */
  readonly dataKey?: Key
  /** Loads the rows: objects, or a query's row set. */
  readonly load: LoadOf<P, Key extends string ? object : readonly Row<C>[] | RowSet>
}

const type: WidgetType = {
  type: 'table',
  methods: ['GET'],
  gridData: { w: 20, h: 12 },
  answer: rowsAnswer,
}

/**
 * Declares a table.
 * @see widget-data §2
 */
export function table<
  const P extends Params = {},
  const C extends Columns = Columns,
  const Key extends string | undefined = undefined,
>(options: TableOptions<P, C, Key>): Widget<P, Key extends string ? unknown : readonly Row<C>[]> {
  const keyed = atDataKey(type, options.dataKey)
  return createWidget(keyed.type, options, {
    load: options.load,
    ...(options.columns && { columns: options.columns }),
    data: { ...keyed.data, table: toTableDisplay(options) },
  })
}

const displayKeys = [
  'showAll',
  'enableCharts',
  'enableAdvanced',
  'enableFormulas',
  'transpose',
  'formatterFn',
  'chartView',
] as const satisfies readonly (keyof TableDisplayOptions<Columns>)[]

/** The wire's `data.table`, without the columns. */
export function toTableDisplay(options: TableDisplayOptions<Columns>): Record<string, unknown> {
  return pick(options, displayKeys)
}
