import { diagnose } from '../../errors/diagnostic.ts'
import type { WireLayoutItem } from '../apps/layout-item.ts'
import type { Rule } from './documents.ts'
import { eachTab } from './walk.ts'

/** Widgets of a tab do not cover one another; Workspace would push one of them down. */
export const layoutOverlap: Rule = function* (documents) {
  for (const { tab, where, path } of eachTab(documents)) {
    const sorted = tab.layout.map((item, index) => ({ item, index })).sort((one, other) => one.item.y - other.item.y)
    for (const [position, { item, index }] of sorted.entries()) {
      for (const { item: other, index: otherIndex } of sorted.slice(position + 1)) {
        if (other.y >= item.y + item.h) break
        if (!overlap(item, other)) continue
        const place = { where, path: `${path}.layout[${Math.max(index, otherIndex)}]` }
        const [first, second] = index < otherIndex ? [item, other] : [other, item]
        yield diagnose('warning', 'layout-overlap', place, {
          id: second.i,
          other: first.i,
          otherIndex: Math.min(index, otherIndex),
        })
      }
    }
  }
}

function overlap(one: WireLayoutItem, other: WireLayoutItem): boolean {
  return one.x < other.x + other.w && other.x < one.x + one.w && one.y < other.y + other.h && other.y < one.y + one.h
}
