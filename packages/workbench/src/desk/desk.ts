import type { WireApp, WireGroup, WireLayoutItem, WireState, WireValue } from 'deskwright/spec'
import type { Placed } from './rect.ts'

/** The values of params that were set, by the params' names; a param that was not has its default. */
export type Values = Readonly<Record<string, WireValue>>

/** One widget on a desk. */
export interface Item extends Placed {
  readonly id: string
  /** The name of the connection it is asked of. */
  readonly backend: string
  /** Its id there. */
  readonly widget: string
  /** The names of the groups it belongs to. */
  readonly groups: readonly string[]
  readonly values: Values
  /** What else it starts with: the view, the order of columns, a note's text. */
  readonly state: Omit<WireState, 'params'>
  /** Limits and flags as the app has them. */
  readonly flags: Omit<WireLayoutItem, 'i' | 'x' | 'y' | 'w' | 'h' | 'groups' | 'state'>
}

/** One page of a desk. */
export interface Tab {
  readonly id: string
  readonly name: string
  readonly items: readonly Item[]
}

/** Keeps a param equal in its members; who they are stands in the items. */
export type Group = Omit<WireGroup, 'widgetIds'>

/** Where a desk came from. */
export interface DeskSource {
  readonly backend: string
  readonly app: string
  /** The app as it was when it was opened, as JSON. */
  readonly opened: string
}

/** A dashboard: tabs of widgets, and the groups among them. */
export interface Desk {
  readonly id: string
  readonly name: string
  readonly tabs: readonly Tab[]
  readonly groups: readonly Group[]
  /** What an app has beside its widgets. */
  readonly about: Omit<WireApp, 'name' | 'tabs' | 'groups'>
  readonly source?: DeskSource
  /** Whether anyone changed it since it was opened. */
  readonly changed: boolean
}

/** Lists the items of every tab. */
export function itemsOf(desk: Desk): readonly Item[] {
  return desk.tabs.flatMap(({ items }) => items)
}

/** Changes some items, wherever they are; one that stays the same object keeps its tab the same. */
export function mapItems(desk: Desk, change: (item: Item) => Item): Desk {
  const tabs = desk.tabs.map((tab) => {
    const items = tab.items.map(change)
    return items.every((item, index) => item === tab.items[index]) ? tab : { ...tab, items }
  })
  return tabs.every((tab, index) => tab === desk.tabs[index]) ? desk : { ...desk, tabs }
}

/** Changes the items of one tab. */
export function changeTab(desk: Desk, id: string, change: (items: readonly Item[]) => readonly Item[]): Desk {
  return { ...desk, tabs: desk.tabs.map((tab) => (tab.id === id ? { ...tab, items: change(tab.items) } : tab)) }
}
