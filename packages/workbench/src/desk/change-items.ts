import type { AcceptedWidget } from 'deskwright/spec'
import { changeTab, type Desk, type Item, itemsOf, mapItems, type Tab } from './desk.ts'
import { findSpot } from './find-spot.ts'
import { joinGroups } from './groups.ts'
import { type Limits, limitRect } from './limit-rect.ts'
import { placeItem } from './place-item.ts'
import type { Rect } from './rect.ts'

/** A widget of a backend. */
export interface WidgetOf {
  readonly backend: string
  readonly id: string
  readonly widget: AcceptedWidget
}

/** The size a widget wants, and that of one that does not say. */
export function usualSize({ gridData }: AcceptedWidget): { readonly w: number; readonly h: number } {
  return { w: 16, h: 10, ...gridData }
}

/** Puts a widget in the first free place of a tab. */
export function addWidget(desk: Desk, tab: string, { backend, id, widget }: WidgetOf, itemId: string): Desk {
  const { w, h } = limitRect({ x: 0, y: 0, ...usualSize(widget) }, limitsOfWidget(widget))
  const items = desk.tabs.find((entry) => entry.id === tab)?.items ?? []
  const item: Item = {
    id: itemId,
    backend,
    widget: id,
    ...findSpot(items, { w, h }),
    groups: [],
    values: {},
    state: {},
    flags: {},
  }
  return joinGroups(
    changeTab(desk, tab, (items) => [...items, item]),
    itemId,
    widget,
  )
}

/** Puts a widget where somebody wants it; what is in the way gives way. */
export function dropWidget(desk: Desk, tab: string, widget: WidgetOf, itemId: string, to: Rect): Desk {
  return moveItem(addWidget(desk, tab, widget, itemId), itemId, to, limitsOfWidget(widget.widget))
}

/** Puts a copy of an item beside it, with its values and groups. */
export function duplicateItem(desk: Desk, id: string, copyId: string): Desk {
  const tab = tabOf(desk, id)
  const item = tab?.items.find((entry) => entry.id === id)
  if (tab === undefined || item === undefined) return desk
  const { fixed: _fixed, ...free } = item
  return changeTab(desk, tab.id, (items) => [...items, { ...free, id: copyId, ...findSpot(items, item) }])
}

/** Takes an item from its tab. The others stay where they are. */
export function removeItem(desk: Desk, id: string): Desk {
  const tab = tabOf(desk, id)
  return tab === undefined ? desk : changeTab(desk, tab.id, (items) => items.filter((item) => item.id !== id))
}

/** Moves or resizes an item, within its limits; what is in the way gives way. */
export function moveItem(desk: Desk, id: string, to: Rect, limits: Limits = {}): Desk {
  const tab = tabOf(desk, id)
  if (tab === undefined) return desk
  return changeTab(desk, tab.id, (items) => placeItem(items, id, limitRect(to, limits)))
}

/** Takes an item to another tab, into the first free place there. */
export function sendToTab(desk: Desk, id: string, to: string): Desk {
  const item = itemsOf(desk).find((entry) => entry.id === id)
  if (item === undefined || tabOf(desk, id)?.id === to) return desk
  return changeTab(removeItem(desk, id), to, (items) => [...items, { ...item, ...findSpot(items, item) }])
}

/** What changes of an item's state; what is `undefined` goes. */
export type StateChange = { readonly [Key in keyof Item['state']]?: Item['state'][Key] | undefined }

/** Keeps what a renderer wants to find again: the view of a table, a note's text. */
export function setItemState(desk: Desk, id: string, changed: StateChange): Desk {
  return mapItems(desk, (item) => {
    if (item.id !== id) return item
    const all = Object.entries({ ...item.state, ...changed }).filter(([, part]) => part !== undefined)
    return { ...item, state: Object.fromEntries(all) }
  })
}

/** The tab that an item is on. */
function tabOf(desk: Desk, id: string): Tab | undefined {
  return desk.tabs.find(({ items }) => items.some((item) => item.id === id))
}

/** How small and large an item may become: its own limits go before its widget's. */
export function limitsOf({ flags }: Pick<Item, 'flags'>, widget?: AcceptedWidget): Limits {
  const { minW, minH, maxW, maxH } = flags
  const own = Object.entries({ minW, minH, maxW, maxH }).filter(([, limit]) => limit !== undefined)
  return { ...(widget === undefined ? {} : limitsOfWidget(widget)), ...Object.fromEntries(own) }
}

/** How small and large a widget wants to be. */
export function limitsOfWidget({ gridData }: AcceptedWidget): Limits {
  const { w: _w, h: _h, ...limits } = gridData ?? { w: 0, h: 0 }
  return limits
}
