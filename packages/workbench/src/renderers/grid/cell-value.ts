import type { Row, WireColumn } from 'deskwright/spec'
import { isObject, readField } from './read-field.ts'

/** Whether a column draws its cells by this function. */
export function drawsBy(column: WireColumn, name: 'hoverCard' | 'cellOnClick' | 'showCellChange'): boolean {
  return [column.renderFn].flat().includes(name)
}

/** What a cell shows: the field, the list of a sparkline, or the shown part of an object with a card. */
export function cellValue(column: WireColumn, row: Row): unknown {
  const value = readField(row, column.sparkline?.dataField ?? column.field)
  if (!isObject(value) || !drawsBy(column, 'hoverCard')) return value
  return value[column.renderFnParams?.hoverCard?.cellField ?? 'value']
}
