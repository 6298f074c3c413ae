import type { Columns, Row } from '../define/columns/column.ts'
import type { Context } from '../define/context.ts'
import type { ParamValues } from '../define/params/param-values.ts'
import type { Params } from '../define/params/param.ts'
import type { RowSet } from '../define/row-set.ts'
import { createWidget, type LoadOf, type Widget } from '../define/widget.ts'
import type { WidgetOptions } from '../define/widget-options.ts'
import { liveGridType } from '../define/widgets/live-grid.ts'
import { toTableDisplay, type TableDisplayOptions } from '../define/widgets/table.ts'
import type { Reload } from '../define/live-update.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import { Hub } from './hub.ts'
import type { LivePlan, LiveSource } from './live-plan.ts'
import { serveClient } from './serve-client.ts'

/** Fields of a row that changed, with those that identify it. */
export type LiveRow<C extends Columns, Id extends string> = string extends keyof C
  ? Readonly<Record<Id, unknown>>
  : Partial<Row<C>> & { readonly [Field in Id & keyof C]: NonNullable<Row<C>[Field & keyof Row<C>]> }

/** What a subscription yields: a changed row, several, or that updates may have been missed. */
export type LiveUpdate<C extends Columns, Id extends string> = LiveRow<C, Id> | readonly LiveRow<C, Id>[] | Reload

/** Options of a live grid whose socket is served here. */
export interface LiveGridOptions<P extends Params, C extends Columns, Id extends keyof C & string>
  extends WidgetOptions<P>, TableDisplayOptions<C> {
  /** The column that identifies a row, or several that do together. */
  readonly rowId: Id | readonly Id[]
  /** Loads the rows: for the grid, and once more for its socket when a subscription has begun, so that no update is missed. */
  readonly load: LoadOf<P, readonly Row<NoInfer<C>>[] | RowSet>
  /**
   * Gives the updates, from when the first client with these parameters comes until the last one has left: then `signal` aborts. A
   * failure is logged and the subscription begun anew, later each time.
   */
  readonly subscribe: (
    params: ParamValues<P>,
    context: Context,
  ) => Awaitable<LiveSource<LiveUpdate<NoInfer<C>, NoInfer<Id>>>>
  /** How many messages a second a client gets at most; what changes more often is conflated. Default 10. */
  readonly messagesPerSecond?: number
}

/**
 * Declares a table whose rows change while it is looked at, and serves its socket. Clients with the same parameters share one
 * subscription; each gets what changed since its last message, so that a slow one gets the newest state.
 * @see widget-data §12
 */
export function liveGrid<
  const P extends Params = {},
  const C extends Columns = Columns,
  const Id extends keyof C & string = keyof C & string,
>(options: LiveGridOptions<P, C, Id>): Widget<P, readonly Row<C>[]> {
  const { rowId, load, subscribe, messagesPerSecond = 10 } = options
  const plan: Omit<LivePlan, 'where'> = {
    rowId: [rowId].flat(),
    load: load as LivePlan['load'],
    subscribe: subscribe as unknown as LivePlan['subscribe'],
    interval: 1000 / messagesPerSecond,
  }
  let hub: Hub | undefined
  return createWidget(liveGridType, options, {
    load,
    ...(options.columns && { columns: options.columns }),
    data: { wsRowIdColumn: rowId, table: toTableDisplay(options) },
    socket: {
      path: 'live',
      params: options.params ?? {},
      functions: { subscribe },
      open(socket, connection, where) {
        hub ??= new Hub({ ...plan, where })
        serveClient(socket, connection, hub, where)
      },
    },
  })
}
