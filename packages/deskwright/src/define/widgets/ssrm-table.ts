import type { SsrmAnswer, SsrmRequest } from '../../spec/types.ts'
import type { Awaitable } from '../../internal/awaitable.ts'
import { objectAnswer } from '../answers/object.ts'
import { checkRows } from '../answers/rows.ts'
import type { Columns, Row } from '../columns/column.ts'
import type { Context } from '../context.ts'
import type { JsonBody } from '../json-body.ts'
import type { ParamValues } from '../params/param-values.ts'
import type { Params } from '../params/param.ts'
import { toSsrmRequest } from '../ssrm-request.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type Widget, type WidgetType } from '../widget.ts'
import { toTableDisplay, type TableDisplayOptions } from './table.ts'

/** What a server-side table's loader knows besides the params: which rows the grid asks for. */
export interface SsrmContext extends Context {
  /** The grid's request, complete: absent keys have their defaults. */
  readonly request: SsrmRequest
}

/** One block of rows. */
export interface SsrmRows<C extends Columns> {
  /** The rows from `startRow` up to `endRow`, at the requested group level. */
  readonly rowData: readonly Row<C>[]
  /** All rows at that level after filtering; `-1` or absent when unknown. */
  readonly rowCount?: number
  readonly pivotResultFields?: readonly string[]
  /** Shown to the user; the answer is still a 200. */
  readonly error?: string
}

/** Options of a server-side table. */
export interface SsrmTableOptions<P extends Params, C extends Columns>
  extends WidgetOptions<P>, TableDisplayOptions<C> {
  /** Loads one block of rows; `context.request` says which, sorted, filtered and grouped how. */
  readonly load: (params: ParamValues<P>, context: SsrmContext) => Awaitable<SsrmRows<C> | JsonBody>
}

const type: WidgetType = {
  type: 'ssrm_table',
  methods: ['POST'],
  gridData: { w: 40, h: 14 },
  answer: objectAnswer('{ rowData, rowCount }', ({ rowData }) => {
    const problem = checkRows(rowData)
    return problem && `rowData is not rows: ${problem}`
  }),
}

/**
 * Declares a table that is paged, sorted, filtered and grouped on the server.
 * @see widget-data §14
 */
export function ssrmTable<const P extends Params = {}, const C extends Columns = Columns>(
  options: SsrmTableOptions<P, C>,
): Widget<P, SsrmAnswer> {
  const load = async (values: ParamValues<P>, context: Context, body: unknown) =>
    options.load(values, toSsrmContext(context, await toSsrmRequest(body)))
  return createWidget(type, options, {
    ...(typeof options.load === 'function' && { load }),
    ...(options.columns && { columns: options.columns }),
    data: { table: toTableDisplay(options) },
  })
}

/** The context asks for itself lazily and notices who asks, so its getters are passed on, not their values. */
function toSsrmContext(context: Context, request: SsrmRequest): SsrmContext {
  return {
    request,
    theme: context.theme,
    raw: context.raw,
    get signal() {
      return context.signal
    },
    get headers() {
      return context.headers
    },
    get user() {
      return context.user
    },
    get requestId() {
      return context.requestId
    },
    get log() {
      return context.log
    },
  }
}
