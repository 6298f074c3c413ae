import type { Row, WireColumn } from 'deskwright/spec'
import { cellValue } from './cell-value.ts'
import { compareValues } from './compare-values.ts'
import { toText } from './to-text.ts'

/** The values that a column has in these rows, in order, each once. */
export function findLoadedValues(rows: Iterable<Row>, column: WireColumn): readonly (string | null)[] {
  const found = new Set<string | null>()
  for (const row of rows) {
    const value = cellValue(column, row)
    found.add(toText(value) || null)
  }
  return [...found].sort(compareValues)
}
