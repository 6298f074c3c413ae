import { diagnose } from '../../errors/diagnostic.ts'
import { gridColumns, gridRows } from '../constants.ts'
import type { Rule } from './documents.ts'
import { eachWidget } from './walk.ts'

/** A dashboard is 40 columns wide. */
export const gridSize: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    const { w, h } = widget.gridData ?? { w: 1, h: 1 }
    for (const [key, value, most] of [['w', w, gridColumns] as const, ['h', h, gridRows] as const]) {
      if (value > 0 && value <= most) continue
      yield diagnose('warning', 'grid-size', { where, path: `gridData.${key}` }, { key, value, most })
    }
  }
}
