import type { Row, WireColumn } from 'deskwright/spec'

/** One cell: which column of the document it belongs to, and which row of the answer. */
export interface GridCell {
  readonly column: WireColumn
  readonly row: Row
}

/** Finds the cell that a row of the grid has in one of its columns. In a transposed table the two have changed places. */
export type FindCell<Data> = (data: Data) => GridCell | undefined

/** What a column of the grid carries for the grid's listeners. */
export interface ColumnNote {
  // The grid does not know whose rows it has; each column's own function does.
  readonly findCell: FindCell<never>
}
