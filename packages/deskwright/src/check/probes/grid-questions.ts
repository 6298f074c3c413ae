import type { Row } from '../../spec/payloads/rows.ts'
import type { WireColumn } from '../../spec/widgets/column.ts'
import { findUnsorted } from './find-unsorted.ts'

/** Columns that are sorted by at most. */
const mostSorts = 3
/** Letters of a value that is worth asking for. */
const mostLetters = 100

/** Chooses columns to sort by, each in the direction in which the rows do not stand already. */
export function chooseSorts(
  rows: readonly Row[],
  columns: readonly WireColumn[],
): readonly { readonly field: string; readonly direction: 'asc' | 'desc' }[] {
  return listFields(rows, columns)
    .filter((field) => {
      const kinds = new Set(rows.map((row) => typeof row[field]).filter((kind) => kind !== 'object'))
      return kinds.size === 1 && countValues(rows, field) > 1
    })
    .toSorted((one, other) => countValues(rows, other) - countValues(rows, one))
    .slice(0, mostSorts)
    .map((field) => {
      const values = rows.map((row) => row[field])
      return { field, direction: findUnsorted(values, 'asc') === undefined ? 'desc' : 'asc' }
    })
}

/** Chooses a value that some rows have and others have not, and the filter for it. */
export function chooseFilter(
  rows: readonly Row[],
  columns: readonly WireColumn[],
): { readonly field: string; readonly value: string | number; readonly filter: object } | undefined {
  for (const field of listFields(rows, columns)) {
    const type = columns.find((column) => column.field === field)?.cellDataType
    if (countValues(rows, field) < 2 || type === 'date' || type === 'dateString') continue
    for (const row of rows) {
      const value = row[field]
      const filterType = toFilterType(value, type)
      if (filterType === undefined) continue
      return { field, value: value as string | number, filter: { filterType, type: 'equals', filter: value } }
    }
  }
  return undefined
}

/** Chooses the column to group by: one that is grouped by already, else the text that repeats most. */
export function chooseGroup(rows: readonly Row[], columns: readonly WireColumn[]): string | undefined {
  const marked = columns.find(({ rowGroup }) => rowGroup === true)?.field
  if (marked !== undefined) return marked
  return listFields(rows, columns)
    .filter((field) => rows.every((row) => row[field] === null || isPlainText(row[field])))
    .filter((field) => rows.some((row) => isPlainText(row[field])))
    .toSorted((one, other) => countValues(rows, one) - countValues(rows, other))[0]
}

/** Whether a cell has a value, as filters compare. */
export function isSame(cell: unknown, value: string | number): boolean {
  if (typeof value === 'number') return Number(cell) === value
  return typeof cell === 'string' && cell.trim().toLowerCase() === value.trim().toLowerCase()
}

function toFilterType(value: unknown, type: WireColumn['cellDataType']): 'text' | 'number' | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value) && type !== 'text') return 'number'
  return isPlainText(value) && type !== 'number' ? 'text' : undefined
}

/** Text that is no date, which grids filter in another way, and no number, which may be one in the database. */
function isPlainText(value: unknown): value is string {
  return (
    typeof value === 'string' &&
    value.trim() !== '' &&
    value.length <= mostLetters &&
    !/^\d{4}-\d\d-\d\d/.test(value) &&
    !/^\d{1,2}:\d\d/.test(value) &&
    Number.isNaN(Number(value))
  )
}

/** The fields of the columns, or of the rows when there are none. */
function listFields(rows: readonly Row[], columns: readonly WireColumn[]): readonly string[] {
  const fields = columns.length > 0 ? columns.map(({ field }) => field) : Object.keys(rows[0] ?? {})
  return [...new Set(fields)].filter((field) => rows.some((row) => Object.hasOwn(row, field)))
}

function countValues(rows: readonly Row[], field: string): number {
  return new Set(rows.map((row) => JSON.stringify(row[field]))).size
}
