import type { Row, WireColumn } from 'deskwright/spec'
import type { RenderProblem } from '../renderer.ts'
import { readField } from './read-field.ts'

/** Says what about a table's columns will surprise: fields that no row has, code that is not run. */
export function checkColumns(rows: readonly Row[], columns: readonly WireColumn[]): readonly RenderProblem[] {
  return columns.flatMap((column) => [...missingField(rows, column), ...formatterCode(column)])
}

function missingField(rows: readonly Row[], { field, sparkline }: WireColumn): readonly RenderProblem[] {
  const wanted = sparkline?.dataField ?? field
  if (rows.length === 0 || rows.some((row) => readField(row, wanted) !== undefined)) return []
  const known = Object.keys(rows[0]!)
  const close = known.find((key) => key.toLowerCase() === wanted.toLowerCase())
  const hint = close === undefined ? `The first row has ${known.slice(0, 12).join(', ')}.` : `The rows have "${close}".`
  return [{ severity: 'warning', message: `No row has "${wanted}": the column is empty`, hint, path: `[0].${wanted}` }]
}

function formatterCode({ field, sparkline }: WireColumn): readonly RenderProblem[] {
  if (sparkline?.options?.customFormatter === undefined) return []
  const message = `The code in customFormatter of "${field}" is not run here`
  return [{ severity: 'advice', message, hint: 'pointsOfInterest colours points without code.' }]
}

/** Says which columns would group the rows of a table in Workspace; here all rows are shown. */
export function checkGroups(columns: readonly WireColumn[]): readonly RenderProblem[] {
  const groups = columns.filter(({ rowGroup }) => rowGroup === true).map(({ headerName }) => headerName)
  if (groups.length === 0) return []
  const message = `Workspace groups these rows by ${groups.join(', ')}; here they are all shown`
  return [{ severity: 'advice', message, hint: 'An ssrm_table is grouped here as well.' }]
}
