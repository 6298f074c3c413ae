import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachColumn, eachWidget } from './walk.ts'

/** Columns of one field show the same values twice, and the grid cannot tell them apart. */
export const columnDuplicate: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    const seen = new Set<string>()
    for (const { column, path } of eachColumn(widget)) {
      if (seen.has(column.field))
        yield diagnose('warning', 'column-duplicate', { where, path }, { field: column.field })
      seen.add(column.field)
    }
  }
}
