import type { SsrmRequest } from '../../spec/types.ts'
import { createColumnFinder } from './columns.ts'
import { allOf, always } from './conditions.ts'
import { toFilterCondition } from './filter.ts'
import { toGroupQuery } from './group-query.ts'
import type { GridQuery, GridSource } from './grid-source.ts'
import type { ReadRows } from './pivot-keys.ts'
import { toPivotQuery } from './pivot-query.ts'
import { toRowQuery } from './row-query.ts'
import { toSetCondition } from './set-filter.ts'
import { toRowOrder } from './sort.ts'

/**
 * Turns a grid's request into a query: single rows, groups of one level, or a pivot.
 * Throws `ssrm-column-unknown`, `ssrm-filter-unfit`, `ssrm-filter-value`, `ssrm-pivot-wide`.
 * @see widget-data §14
 */
export async function toGridQuery(request: SsrmRequest, source: GridSource, readRows: ReadRows): Promise<GridQuery> {
  const { rowGroupCols, groupKeys, pivotMode, pivotCols, valueCols } = request
  const { dialect } = source
  const columns = createColumnFinder(source.columns, request)
  for (const { field } of [...rowGroupCols, ...pivotCols, ...valueCols]) columns.byField(field, 'groups')
  const filter = toFilterCondition(request.filterModel, columns, dialect)
  const opened = rowGroupCols
    .slice(0, groupKeys.length)
    .map(({ field }, level) => toSetCondition(columns.byField(field, 'group'), [groupKeys[level]!], dialect))
  const level = allOf([filter, ...opened])

  if (groupKeys.length < rowGroupCols.length || (pivotMode && rowGroupCols.length === 0)) {
    const pivots = pivotMode && pivotCols.length > 0 && valueCols.length > 0
    return pivots
      ? toPivotQuery(request, columns, source, { filter, level }, readRows)
      : toGroupQuery(request, columns, source, level)
  }
  const order = toRowOrder(request, columns, source)
  const sorted = request.sortModel.length > 0
  return toRowQuery(source, level, order, sorted, level === always && !sorted)
}
