import type { CellDataType, Row, WireColumn } from 'deskwright/spec'
import { isDateText } from './format-date.ts'
import { readField } from './read-field.ts'

const sample = 200

/** The fields of rows in the order they appear. Fields that only later rows have are found as well. */
function toFields(rows: readonly Row[]): readonly string[] {
  const fields = new Set<string>()
  for (const row of rows) for (const field in row) fields.add(field)
  return [...fields]
}

/** Turns a field's name into a title: `change_1d` is `Change 1d`, `earningsPerShare` is `Earnings Per Share`. */
export function toTitle(field: string): string {
  const words = field.replaceAll(/([a-z\d])([A-Z])/g, '$1 $2').split(/[\s_]+/)
  return words
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
    .trim()
}

/** Tells what a field holds by its first values that are not empty. */
export function inferDataType(rows: readonly Row[], field: string): CellDataType {
  const value = rows
    .slice(0, sample)
    .map((row) => readField(row, field))
    .find((value) => value !== null && value !== undefined && value !== '')
  if (typeof value === 'number') return 'number'
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'object') return 'object'
  return typeof value === 'string' && isDateText(value) ? 'dateString' : 'text'
}

/** The columns of a table: those that are defined and, without any or when all are to be shown, one per other field. */
export function toColumns(
  rows: readonly Row[],
  defined: readonly WireColumn[] | undefined,
  showAll: boolean,
): readonly WireColumn[] {
  const known = new Set(defined?.map(({ field }) => field))
  const others = defined === undefined || showAll ? toFields(rows).filter((field) => !known.has(field)) : []
  return [
    ...(defined ?? []).map((column) => ({
      ...column,
      headerName: column.headerName === '' ? toTitle(column.field) : column.headerName,
      cellDataType: column.cellDataType ?? inferDataType(rows, column.field),
    })),
    ...others.map((field) => ({ field, headerName: toTitle(field), cellDataType: inferDataType(rows, field) })),
  ]
}
