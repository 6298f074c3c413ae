import type { Row, WireColumn, WireTable } from 'deskwright/spec'
import { toColumns } from './infer-columns.ts'

/** The columns of a table as they are drawn: defined or found in the rows, with the table's formatter where a column has none. */
export function toTableColumns(rows: readonly Row[], table: WireTable = {}): readonly WireColumn[] {
  const { columnsDefs, showAll = false, formatterFn } = table
  const columns = toColumns(rows, columnsDefs, showAll)
  if (formatterFn === undefined) return columns
  return columns.map((column) => ({ formatterFn, ...column }))
}
