import type { SsrmRequest, SsrmSort } from '../../spec/types.ts'
import type { SqlFragment } from '../fragment.ts'
import { sql } from '../tag.ts'
import type { GridColumn } from './column.ts'
import type { ColumnFinder } from './columns.ts'
import { toSql } from './conditions.ts'
import type { GridSource } from './grid-source.ts'

/** The column that the server adds to groups: how many rows they hold. */
export const childCount = 'childCount'

const autoColumn = 'ag-Grid-AutoColumn'

/** Finds the column that a sort by the grid's own group column means, if it is one. */
export function toGroupField(colId: string, groups: SsrmRequest['rowGroupCols'], level: number): string | undefined {
  if (colId === autoColumn) return groups[level]?.field ?? ''
  if (!colId.startsWith(`${autoColumn}-`)) return undefined
  const id = colId.slice(autoColumn.length + 1)
  return groups.find((group) => group.id === id || group.field === id)?.field ?? ''
}

/** Empty cells are last, whichever way. */
export function toOrder(value: SqlFragment, direction: SsrmSort['sort'] = 'asc'): SqlFragment {
  return sql`${value} ${toSql(direction)} nulls last`
}

/**
 * Writes the order of single rows. Rows that the sort leaves equal stand as they lie; where nothing tells how they lie, by all
 * of their columns, so that every page is cut out of the same order.
 */
export function toRowOrder(
  { sortModel, rowGroupCols }: SsrmRequest,
  columns: ColumnFinder,
  { dialect, columns: all, key, keepsOrder }: GridSource,
): SqlFragment {
  const sorted = new Map<GridColumn, SsrmSort['sort']>()
  for (const { colId, sort } of sortModel) {
    const ofGroups = toGroupField(colId, rowGroupCols, rowGroupCols.length) !== undefined || colId === childCount
    if (ofGroups && !all.some(({ name }) => name === colId)) continue // all rows of a group are equal in it
    const column = columns.byId(colId, 'sort')
    if (!sorted.has(column)) sorted.set(column, sort)
  }
  const order = [...sorted].map(([{ value, kind }, sort]) => toOrder(dialect.toSortable(value, kind), sort))
  if (order.length > 0 || !keepsOrder) {
    if (key) order.push(key)
    else {
      for (const column of all) {
        if (!sorted.has(column)) order.push(toOrder(dialect.toSortable(column.value, column.kind)))
      }
    }
  }
  return order.length === 0 ? sql`` : sql` order by ${sql.join(order)}`
}
