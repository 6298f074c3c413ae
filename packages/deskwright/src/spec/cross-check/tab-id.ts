import { diagnose } from '../../errors/diagnostic.ts'
import { joinPath } from '../read/cursor.ts'
import type { Rule } from './documents.ts'
import { eachTab } from './walk.ts'

/** A tab's id is its key. */
export const tabId: Rule = function* (documents) {
  for (const { where, path, key, tab } of eachTab(documents)) {
    if (tab.id !== key) yield diagnose('warning', 'tab-id', { where, path: joinPath(path, 'id') }, { id: tab.id, key })
  }
}
