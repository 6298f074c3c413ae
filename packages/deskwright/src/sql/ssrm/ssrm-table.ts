import type { Columns } from '../../define/columns/column.ts'
import type { Context } from '../../define/context.ts'
import type { ParamValues } from '../../define/params/param-values.ts'
import type { Params } from '../../define/params/param.ts'
import type { TableDisplayOptions } from '../../define/widgets/table.ts'
import { ssrmTable as declareSsrmTable } from '../../define/widgets/ssrm-table.ts'
import type { WidgetOptions } from '../../define/widget-options.ts'
import type { Widget } from '../../define/widget.ts'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import type { SsrmAnswer } from '../../spec/types.ts'
import type { Database } from '../database.ts'
import type { SqlFragment } from '../fragment.ts'
import type { Relation } from '../relation.ts'
import { toGridReader } from './grid-reader.ts'
import { isRelation } from '../relation-source.ts'

/** The rows of a server-side table: a table or view, or a query and its database. Either may depend on the params. */
export type GridFrom<P extends Params> =
  | {
      /** A table or view: `db.table('trades')`. */
      readonly from: Relation | ((params: ParamValues<P>, context: Context) => Relation)
      readonly db?: Database
    }
  | {
      /** A query: ``({ symbol }) => sql`select * from trades where symbol = ${symbol}` ``. */
      readonly from: SqlFragment | ((params: ParamValues<P>, context: Context) => SqlFragment)
      /** The database that the query runs in. */
      readonly db: Database
    }

/** Options of a server-side table over a database. */
export type SsrmTableOptions<P extends Params, C extends Columns> = WidgetOptions<P> &
  TableDisplayOptions<C> &
  GridFrom<P>

/**
 * Declares a table that is paged, sorted, filtered, grouped and pivoted in a database. Nothing is loaded but the rows that the
 * grid shows. Requests fail with `ssrm-column-unknown`, `ssrm-filter-unfit`, `ssrm-filter-value`, `ssrm-pivot-wide` and as queries do.
 * Throws `ssrm-database-missing`.
 * @see widget-data §14
 */
export function ssrmTable<const P extends Params = {}, const C extends Columns = Columns>(
  options: SsrmTableOptions<P, C>,
): Widget<P, SsrmAnswer> {
  const { from, db, ...display } = options
  if (db === undefined && typeof from !== 'function' && !isRelation(from)) {
    throw new DeskwrightError('ssrm-database-missing', { name: options.name })
  }
  return declareSsrmTable<P, C>({
    ...(display as WidgetOptions<P> & TableDisplayOptions<C>),
    load: (values, context) => {
      const rows = typeof from === 'function' ? from(values, context) : from
      const database = db ?? (isRelation(rows) ? rows.database : undefined)
      if (database === undefined) throw new DeskwrightError('ssrm-database-missing', { name: options.name })
      return toGridReader(database).answer(rows, context.request)
    },
  })
}
