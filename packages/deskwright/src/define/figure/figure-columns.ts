import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { findNearest } from '../../internal/nearest.ts'
import { createKindFinder, type ValueKind } from './values.ts'

/** The most rows of one figure. More make a browser stall, and show no more than fewer do. */
const mostRows = 50_000

/** The values of a column, one for each row; `undefined` where a row has none. */
export interface FigureColumn {
  readonly values: readonly unknown[]
  readonly kind: ValueKind
}

/** Some columns of rows. Rows are added as they come and not kept. */
export interface FigureColumns {
  readonly rowCount: number
  /** Fails with `chart-too-large` when there are more rows than a figure takes. */
  add(rows: readonly object[]): void
  /** Fails with `chart-column-unknown` when no row has it. */
  get(name: string): FigureColumn
}

/** Creates empty columns. */
export function createFigureColumns(names: readonly string[]): FigureColumns {
  const columns = new Map(names.map((name) => [name, createColumn(name)]))
  const known = new Set<string>()
  let rowCount = 0

  return {
    get rowCount() {
      return rowCount
    },
    add(rows) {
      rowCount += rows.length
      if (rowCount > mostRows) throw new DeskwrightError('chart-too-large', { what: 'rows', most: mostRows })
      for (const name of Object.keys(rows[0] ?? {})) known.add(name)
      for (const column of columns.values()) column.add(rows)
    },
    get(name) {
      const { values, exists, kind } = columns.get(name)!
      if (values.length > 0 && !exists) {
        const columns = [...known]
        throw new DeskwrightError('chart-column-unknown', { name, columns, nearest: findNearest(name, columns) })
      }
      return { values, kind }
    },
  }
}

/** What a column is, is found out while its values come, so that no step looks at all of them at once for long. */
function createColumn(name: string) {
  const values: unknown[] = []
  const finder = createKindFinder()
  let exists = false
  return {
    values,
    get exists() {
      return exists
    },
    get kind() {
      return finder.kind
    },
    add(rows: readonly object[]): void {
      for (const row of rows) {
        exists ||= name in row
        const value = (row as Readonly<Record<string, unknown>>)[name]
        values.push(value)
        finder.see(value)
      }
    },
  }
}
