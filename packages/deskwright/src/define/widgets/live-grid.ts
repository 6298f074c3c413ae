import { pick } from '../../internal/pick.ts'
import { rowsAnswer } from '../answers/rows.ts'
import type { Columns, Row } from '../columns/column.ts'
import type { Params } from '../params/param.ts'
import type { RowSet } from '../row-set.ts'
import type { WidgetOptions } from '../widget-options.ts'
import { createWidget, type LoadOf, type Widget, type WidgetType } from '../widget.ts'
import { toTableDisplay, type TableDisplayOptions } from './table.ts'

/** Options of a live grid. */
export interface LiveGridOptions<P extends Params, C extends Columns> extends WidgetOptions<P>, TableDisplayOptions<C> {
  /** The column that identifies a row; several are joined with `-`. */
  readonly wsRowIdColumn: (keyof C & string) | readonly (keyof C & string)[]
  /** The socket that sends changed rows: a path on this server, or a full `ws:` URL. */
  readonly wsEndpoint: string
  /** Loads the first rows. */
  readonly load: LoadOf<P, readonly Row<C>[] | RowSet>
}

/** What is true of every live grid. */
export const liveGridType: WidgetType = {
  type: 'live_grid',
  methods: ['GET'],
  gridData: { w: 20, h: 12 },
  answer: rowsAnswer,
}

/**
 * Declares a table whose rows a socket elsewhere updates. `liveGrid` of `deskwright/live` serves the socket too.
 * @see widget-data §12
 */
export function liveGrid<const P extends Params = {}, const C extends Columns = Columns>(
  options: LiveGridOptions<P, C>,
): Widget<P, readonly Row<C>[]> {
  return createWidget(liveGridType, options, {
    load: options.load,
    ...(options.columns && { columns: options.columns }),
    data: { ...pick(options, ['wsRowIdColumn']), table: toTableDisplay(options) },
    wire: pick(options, ['wsEndpoint']),
  })
}
