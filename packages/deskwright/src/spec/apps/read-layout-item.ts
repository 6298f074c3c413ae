import { objectOf, required } from '../read/object-reader.ts'
import { flag, listOf, number, type Reader, sensible, text, unchecked } from '../read/reader.ts'
import type { WireLayoutItem } from './layout-item.ts'
import { state } from './read-state.ts'

const limit = unchecked(sensible(1, undefined, true))

/** Reads one widget on a tab. */
export const layoutItem: Reader<WireLayoutItem> = objectOf<WireLayoutItem>(
  {
    i: required(text),
    x: required(number(), 0),
    y: required(number(), 0),
    w: required(number(), 1),
    h: required(number(), 1),
    minW: limit,
    minH: limit,
    maxW: limit,
    maxH: limit,
    static: unchecked(flag),
    isDraggable: unchecked(flag),
    moved: unchecked(flag),
    groups: listOf(text, 'an array of group names'),
    state,
  },
  { expects: 'a placed widget {"i", "x", "y", "w", "h"}', open: true },
)
