import { dropEmptyGroups } from './groups.ts'
import type { Desk, Tab } from './desk.ts'
import { toTabId } from './tab-id.ts'

/** Adds an empty tab at the end. The tab of a desk without a bar gets a name, as it has company now. */
export function addTab(desk: Desk, name: string): Desk {
  const named = desk.tabs.map((tab) => (tab.name === '' ? { ...tab, ...toNamed('Tab 1', []) } : tab))
  return {
    ...desk,
    tabs: [
      ...named,
      {
        ...toNamed(
          name,
          named.map(({ id }) => id),
        ),
        items: [],
      },
    ],
  }
}

/** Gives a tab another name. Its id stays, unless it had none. An empty name is no name. */
export function renameTab(desk: Desk, id: string, name: string): Desk {
  const trimmed = name.trim()
  if (trimmed === '') return desk
  const rename = (tab: Tab) => (tab.id === '' ? { ...tab, ...toNamed(trimmed, []) } : { ...tab, name: trimmed })
  return { ...desk, tabs: desk.tabs.map((tab) => (tab.id === id ? rename(tab) : tab)) }
}

/** Removes a tab with what is on it; the last one stays, empty. */
export function removeTab(desk: Desk, id: string): Desk {
  const tabs = desk.tabs.filter((tab) => tab.id !== id)
  return dropEmptyGroups({ ...desk, tabs: tabs.length === 0 ? [{ id: '', name: '', items: [] }] : tabs })
}

/** Moves a tab to another place in the order. */
export function moveTab(desk: Desk, id: string, to: number): Desk {
  const tab = desk.tabs.find((entry) => entry.id === id)
  if (tab === undefined) return desk
  const others = desk.tabs.filter((entry) => entry.id !== id)
  return { ...desk, tabs: others.toSpliced(Math.min(Math.max(to, 0), others.length), 0, tab) }
}

function toNamed(name: string, taken: readonly string[]): { readonly id: string; readonly name: string } {
  return { id: toTabId(name, taken), name }
}
