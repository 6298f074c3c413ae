import type { Row, WireWidget } from 'deskwright/spec'
import { readField } from '../grid/read-field.ts'
import { toText } from '../grid/to-text.ts'

/** Tells which row a row or an update is about; nothing when fields are missing. */
export type ToRowKey = (row: Row) => string | undefined

/** Makes the function that tells rows apart: the values of the identity columns, joined by `-`. Nothing when the widget names none. */
export function createToRowKey(widget: WireWidget): ToRowKey | undefined {
  const columns = [widget.data?.wsRowIdColumn ?? []].flat()
  if (columns.length === 0) return undefined
  return (row) => {
    const values = columns.map((column) => readField(row, column))
    return values.includes(undefined) ? undefined : values.map(toText).join('-')
  }
}
