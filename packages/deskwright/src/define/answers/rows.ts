import { isRowSet } from '../row-set.ts'
import { jsonAnswer } from './answer.ts'

/** Says what keeps a value from being rows, or `undefined`. */
export function checkRows(value: unknown): string | undefined {
  if (isRowSet(value)) return undefined
  if (!Array.isArray(value)) return `it is ${describe(value)}`
  for (let index = 0; index < value.length; index += 1) {
    const row: unknown = value[index]
    if (typeof row !== 'object' || row === null || Array.isArray(row)) return `item ${index} is ${describe(row)}`
  }
  return undefined
}

/** Names a value's kind in a message. */
export function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value)
  if (Array.isArray(value)) return 'an array'
  if (typeof value === 'object') return 'an object'
  return `a ${typeof value}`
}

/** Rows of a table. @see widget-data §2 */
export const rowsAnswer = jsonAnswer('an array of row objects, or a row set', checkRows)

/** Anything, with the rows somewhere inside under `dataKey`. */
export const anyAnswer = jsonAnswer('a JSON value', (value) => (value === undefined ? 'it is undefined' : undefined))
