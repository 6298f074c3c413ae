import { diagnose } from '../../errors/diagnostic.ts'
import { findNearest } from '../../internal/nearest.ts'
import { isBuiltInLayoutId } from '../constants.ts'
import type { Rule } from './documents.ts'
import { eachItem, findWidget } from './walk.ts'

/** A layout places widgets of this backend, or what Workspace brings along. */
export const layoutId: Rule = function* (documents) {
  const ids = Object.keys(documents.widgets)
  for (const { item, where, path } of eachItem(documents)) {
    if (isBuiltInLayoutId(item.i) || findWidget(documents, item.i) !== undefined) continue
    yield diagnose(
      'warning',
      'layout-id',
      { where, path: `${path}.i` },
      { id: item.i, nearest: findNearest(item.i, ids) },
    )
  }
}
