import type { ColDef } from 'ag-grid-community'
import type { Row, WireColumn } from 'deskwright/spec'
import { defineCells } from './cell-definition.ts'
import { compareValues } from './compare-values.ts'
import { formatDate } from './format-date.ts'
import { TextFilter, type TextFilterParams } from './text-filter.ts'

/** Finds the values of a column that its filter offers. */
export type FindValues = (column: WireColumn) => Promise<readonly (string | null)[]>

/** Defines the grid's columns, one per column of the table. */
export function toColumnDefinitions(columns: readonly WireColumn[], findValues: FindValues): ColDef<Row>[] {
  return columns.map((column) => ({
    ...defineCells<Row>((row) => ({ column, row })),
    ...toFrame(column),
    ...toFilter(column, findValues),
    colId: column.field,
    comparator: compareValues,
    ...(column.sort === undefined ? {} : { initialSort: column.sort }),
    ...(column.sortIndex === undefined ? {} : { initialSortIndex: column.sortIndex }),
  }))
}

/** What stands around a column's cells. */
function toFrame(column: WireColumn): ColDef<Row> {
  const { headerName, headerTooltip, width, minWidth, maxWidth, hide, pinned, align, cellDataType } = column
  const right = align === undefined ? cellDataType === 'number' : align === 'right'
  return {
    headerName,
    headerClass: right ? 'grid-number' : align === 'center' ? 'grid-center' : '',
    minWidth: minWidth ?? Math.min(50, width ?? maxWidth ?? 50),
    ...(headerTooltip === undefined ? {} : { headerTooltip }),
    ...(width === undefined ? {} : { initialWidth: width, suppressAutoSize: true }),
    ...(maxWidth === undefined ? {} : { maxWidth }),
    ...(hide === undefined ? {} : { initialHide: hide }),
    ...(pinned === undefined ? {} : { initialPinned: pinned }),
  }
}

function toFilter(column: WireColumn, findValues: FindValues): ColDef<Row> {
  if (column.sparkline !== undefined) return { filter: false }
  if (column.cellDataType === 'number') return { filter: 'agNumberColumnFilter' }
  if (column.cellDataType === 'date' || column.cellDataType === 'dateString') {
    return { filter: 'agDateColumnFilter', filterParams: { comparator: compareDay } }
  }
  const filterParams: TextFilterParams = { findValues: async () => await findValues(column) }
  return { filter: TextFilter, filterParams }
}

/** Orders a cell before or after a day that was picked; texts without a day come first. */
function compareDay(picked: Date, cell: unknown): number {
  const text = typeof cell === 'string' || typeof cell === 'number' ? formatDate(cell) : ''
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(text)
  if (match === null) return -1
  return new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3])).getTime() - picked.getTime()
}
