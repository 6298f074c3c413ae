import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import { gridColumns } from '../constants.ts'
import type { Rule } from './documents.ts'
import { eachItem, eachWidget } from './walk.ts'

interface Size {
  readonly w: number
  readonly h: number
  readonly minW?: number
  readonly minH?: number
  readonly maxW?: number
  readonly maxH?: number
}

/** A size lies between its own limits. */
export const gridLimits: Rule = function* (documents) {
  for (const { widget, where } of eachWidget(documents)) {
    if (widget.gridData !== undefined) yield* check(widget.gridData, where, 'gridData')
  }
  for (const { item, where, path } of eachItem(documents)) yield* check(item, where, path)
}

function* check({ w, h, minW, minH, maxW, maxH }: Size, where: string, path: string): Iterable<Diagnostic> {
  for (const [key, value, least, most] of [
    ['w', w, minW, maxW],
    ['h', h, minH, maxH],
  ] as const) {
    const isElsewhereSaid = key === 'w' && value > gridColumns
    if (isElsewhereSaid || (value >= (least ?? value) && value <= (most ?? value))) continue
    const limit = value < (least ?? value) ? `min${key.toUpperCase()}` : `max${key.toUpperCase()}`
    const allowed = value < (least ?? value) ? least : most
    yield diagnose(
      'warning',
      'grid-limits',
      { where, path: `${path}.${key}` },
      { key, value, limit, allowed: allowed ?? value },
    )
  }
}
