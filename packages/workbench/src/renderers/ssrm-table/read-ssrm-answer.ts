import type { Row } from 'deskwright/spec'
import { isObject } from '../grid/read-field.ts'
import { toRows } from '../grid/to-rows.ts'
import type { RenderProblem } from '../renderer.ts'

/** One page of rows. */
export interface SsrmPage {
  readonly rows: readonly Row[]
  /** All rows of the level; -1 when nobody knows. */
  readonly count: number
  /** Why there are no rows. */
  readonly failure?: string
  readonly problems: readonly RenderProblem[]
}

const hint = 'Answer {"rowData": [...], "rowCount": n}, with the rows from startRow up to endRow.'

/** Reads the answer to a request for the rows from `startRow` up to `endRow`. */
export function readSsrmAnswer(answer: unknown, startRow: number, endRow: number): SsrmPage {
  if (!isObject(answer) && !Array.isArray(answer)) return fail('The answer is no object')
  const { rowData, rowCount, error }: Row = Array.isArray(answer) ? { rowData: answer } : answer
  if (typeof error === 'string' && error !== '') return fail(`Error fetching data: ${error}`)
  if (!Array.isArray(rowData)) return fail('The answer has no list "rowData"')
  const { rows, problems } = toRows(rowData)
  const known = typeof rowCount === 'number' && Number.isInteger(rowCount) && rowCount >= 0
  const most = endRow - startRow
  const kept = rows.slice(0, most)
  return {
    rows: kept,
    count: known ? rowCount : kept.length < most ? startRow + kept.length : -1,
    problems: [
      ...problems,
      ...(Array.isArray(answer) ? [advise('The answer is a bare list of rows')] : []),
      ...(rows.length > most ? [advise(`${rows.length} rows came where ${most} were asked for`)] : []),
      ...(known && rowCount < startRow + kept.length ? [advise(`rowCount is ${rowCount}, but more rows came`)] : []),
    ],
  }
}

function advise(message: string): RenderProblem {
  return { severity: 'warning', message, hint }
}

function fail(failure: string): SsrmPage {
  return { rows: [], count: 0, failure, problems: [{ severity: 'error', message: failure, hint, path: 'rowData' }] }
}
