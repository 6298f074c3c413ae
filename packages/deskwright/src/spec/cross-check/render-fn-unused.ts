import { diagnose } from '../../errors/diagnostic.ts'
import type { WireRenderFnParams } from '../widgets/render-fn-params.ts'
import type { Rule } from './documents.ts'
import { eachColumn, eachWidget, hasRenderFn } from './walk.ts'

/** What each key of `renderFnParams` belongs to; the first is the usual one. */
const readers: readonly (readonly [keyof WireRenderFnParams, readonly [string, ...string[]]])[] = [
  ['actionType', ['cellOnClick']],
  ['groupBy', ['cellOnClick']],
  ['sendToAgent', ['cellOnClick']],
  ['hoverCard', ['hoverCard']],
  ['colorRules', ['columnColor', 'showCellChange']],
]

/** What is said for a render function is not read without it. */
export const renderFnUnused: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    for (const { column, path } of eachColumn(widget)) {
      for (const [key, renderFns] of readers) {
        if (column.renderFnParams?.[key] === undefined) continue
        if (renderFns.some((renderFn) => hasRenderFn(column, renderFn))) continue
        const place = { where, path: `${path}.renderFnParams.${key}` }
        yield diagnose('warning', 'render-fn-unused', place, { key, renderFn: renderFns[0] })
        break
      }
    }
  }
}
