import type { Row } from 'deskwright/spec'
import type { RenderProblem } from '../renderer.ts'
import { isObject } from './read-field.ts'

/** The rows of an answer, and what is wrong with it. */
export interface RowsReading {
  readonly rows: readonly Row[]
  readonly problems: readonly RenderProblem[]
}

const hint = 'Answer a JSON array of flat objects, one per row; [] when there are none.'

/** Reads the rows of a table's answer. A single object is one row; what is not a row is left out and said. */
export function toRows(data: unknown): RowsReading {
  if (isObject(data)) {
    const message = 'The answer is one object; it is shown as one row'
    return { rows: [data], problems: [{ severity: 'advice', message, hint }] }
  }
  if (!Array.isArray(data)) {
    return { rows: [], problems: [{ severity: 'error', message: `The answer is ${describe(data)}, not rows`, hint }] }
  }
  const rows = data.filter(isObject)
  if (rows.length === data.length) return { rows, problems: [] }
  const index = data.findIndex((row) => !isObject(row))
  const message = `${data.length - rows.length} of ${data.length} rows are no objects, the first is ${describe(data[index])}`
  return { rows, problems: [{ severity: 'error', message, hint, path: `[${index}]` }] }
}

function describe(value: unknown): string {
  if (value === null) return 'null'
  if (value === undefined) return 'empty'
  if (Array.isArray(value)) return 'a list'
  return `a ${typeof value}`
}
