import type { ColDef } from 'ag-grid-community'
import type { Row, WireColumn } from 'deskwright/spec'
import { cellValue } from './cell-value.ts'
import { defineCells } from './cell-definition.ts'
import { formatValue } from './format-value.ts'

/** A row of a transposed table: one column of the document. */
export interface TransposedRow {
  readonly column: WireColumn
}

/** So many rows become columns; more could not be read anyway. */
export const mostTransposed = 500

/** Turns a table on its side: its columns become rows, and its rows become columns that are named by their first cell. */
export function transpose(
  columns: readonly WireColumn[],
  rows: readonly Row[],
): { readonly rows: readonly TransposedRow[]; readonly definitions: ColDef<TransposedRow>[] } {
  const [names, ...others] = columns.filter(({ hide }) => hide !== true)
  if (names === undefined) return { rows: [], definitions: [] }
  return {
    rows: others.map((column) => ({ column })),
    definitions: [
      {
        colId: 'field',
        headerName: names.headerName,
        valueGetter: ({ data }) => data?.column.headerName,
        initialPinned: 'left',
        sortable: false,
        cellClass: 'grid-row-name',
      },
      ...rows.slice(0, mostTransposed).map((row, index) => ({
        ...defineCells<TransposedRow>(({ column }) => ({ column, row })),
        colId: `row-${index}`,
        headerName: formatValue(cellValue(names, row), names),
        headerClass: 'grid-number',
        sortable: false,
      })),
    ],
  }
}
