import { diagnose } from '../../errors/diagnostic.ts'
import type { Rule } from './documents.ts'
import { eachWidget } from './walk.ts'

/** A widget without words cannot be found, by people or by agents. */
export const emptyText: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    for (const key of ['name', 'description'] as const) {
      if (widget[key].trim() === '') yield diagnose('advice', 'text-empty', { where, path: key }, { key })
    }
  }
}
