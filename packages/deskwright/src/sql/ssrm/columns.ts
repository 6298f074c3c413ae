import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { findNearest } from '../../internal/nearest.ts'
import type { SsrmRequest } from '../../spec/types.ts'
import type { GridColumn } from './column.ts'

/** Finds the columns that a request names. Nothing that is not a column of the rows gets any further. */
export interface ColumnFinder {
  /** Finds a column by its field. Throws `ssrm-column-unknown`. */
  byField(field: string, use: string): GridColumn
  /** Finds a column by its id: its field, or the id under which the request groups, pivots or sums it up. */
  byId(colId: string, use: string): GridColumn
}

/** Makes a finder over the columns of the rows. */
export function createColumnFinder(
  columns: readonly GridColumn[],
  { rowGroupCols, pivotCols, valueCols }: Pick<SsrmRequest, 'rowGroupCols' | 'pivotCols' | 'valueCols'>,
): ColumnFinder {
  const known = new Map(columns.map((column) => [column.name, column]))
  const fields = new Map([...valueCols, ...pivotCols, ...rowGroupCols].map(({ id, field }) => [id, field]))

  const byField = (field: string, use: string): GridColumn => {
    const column = known.get(field)
    if (column) return column
    const names = [...known.keys()]
    throw new DeskwrightError('ssrm-column-unknown', {
      column: field,
      use,
      known: names,
      nearest: findNearest(field, names),
    })
  }
  return { byField, byId: (colId, use) => known.get(colId) ?? byField(fields.get(colId) ?? colId, use) }
}
