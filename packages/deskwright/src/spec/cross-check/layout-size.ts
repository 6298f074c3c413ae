import { diagnose } from '../../errors/diagnostic.ts'
import { gridColumns } from '../constants.ts'
import type { Rule } from './documents.ts'
import { eachItem } from './walk.ts'

/** What is placed stays inside the 40 columns. */
export const layoutSize: Rule = function* (documents) {
  for (const { item, where, path } of eachItem(documents)) {
    const { i: id, x, y, w, h } = item
    const whole = [x, y, w, h].every((value) => Number.isSafeInteger(value))
    if (whole && x >= 0 && y >= 0 && w > 0 && h > 0 && x + w <= gridColumns) continue
    yield diagnose('warning', 'layout-size', { where, path }, { id, x, y, w, h, columns: gridColumns })
  }
}
