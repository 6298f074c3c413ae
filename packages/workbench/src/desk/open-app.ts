import { tabBarHeight, type WireApp, type WireGroup, type WireLayoutItem } from 'deskwright/spec'
import type { Desk, Group, Item, Tab } from './desk.ts'
import { equalizeGroups } from './equalize-groups.ts'
import { limitRect } from './limit-rect.ts'
import { settleItems } from './place-item.ts'
import { toOrderedKey } from './tab-id.ts'

/** Opens an app of a backend as it is. What cannot be shown as it stands is mended: overlaps, places off the grid, unusable groups. */
export function openApp(app: WireApp, backend: string, createId: () => string): Desk {
  const { name, tabs, groups, ...about } = app
  const renamed = toGroupNames(groups)
  const several = Object.keys(tabs).length > 1
  const opened = Object.entries(tabs).map(([key, tab]): Tab => {
    const bar = several ? Math.min(tabBarHeight, ...tab.layout.map(({ y }) => y)) : 0
    const items = tab.layout
      .filter(({ i }) => i !== '')
      .map((item) => toItem({ ...item, y: item.y - bar }, { backend, groups, renamed, createId }))
    return { id: toOrderedKey(key), name: tab.name, items: settleItems(items) }
  })
  return equalizeGroups({
    id: createId(),
    name: name === '' ? 'Untitled' : name,
    tabs: opened.length === 0 ? [{ id: '', name: '', items: [] }] : opened,
    groups: groups.flatMap((group) => toGroup(group, renamed)),
    about: {
      ...about,
      ...(about.mcp_servers === undefined ? {} : { mcp_servers: about.mcp_servers.filter(({ name }) => name !== '') }),
    },
    source: { backend, app: name, opened: JSON.stringify(app) },
    changed: false,
  })
}

interface ItemContext {
  readonly backend: string
  readonly groups: readonly WireGroup[]
  readonly renamed: ReadonlyMap<string, string>
  readonly createId: () => string
}

function toItem(entry: WireLayoutItem, { backend, groups, renamed, createId }: ItemContext): Item {
  const { i, x, y, w, h, groups: joined, state = {}, ...flags } = entry
  const { params = {}, ...rest } = state
  const names = joined ?? groups.filter(({ widgetIds }) => widgetIds.includes(i)).map(({ name }) => name)
  const known = names.flatMap((name) => renamed.get(name) ?? [])
  return {
    id: createId(),
    backend,
    widget: i,
    ...limitRect({ x, y, w, h }, { minW: 1, minH: 1 }),
    ...(flags.static === true ? { fixed: true } : {}),
    groups: [...new Set(known)],
    values: params,
    state: rest,
    flags,
  }
}

/** Workspace knows groups by the names `Group 1`, `Group 2`, …: others are renamed, and unusable ones dropped. */
function toGroupNames(groups: readonly WireGroup[]): ReadonlyMap<string, string> {
  const usual = /^Group [1-9]\d*$/
  const taken = new Set(groups.map(({ name }) => name).filter((name) => usual.test(name)))
  const names = new Map<string, string>()
  for (const group of groups) {
    if (names.has(group.name) || !isUsable(group)) continue
    let name = group.name
    for (let count = 1; !usual.test(name); count += 1) if (!taken.has(`Group ${count}`)) name = `Group ${count}`
    names.set(group.name, name)
    taken.add(name)
  }
  return names
}

function toGroup(group: WireGroup, renamed: ReadonlyMap<string, string>): Group[] {
  const { widgetIds: _members, paramName, ...rest } = group
  const name = renamed.get(group.name)
  if (name === undefined || !isUsable(group)) return []
  return [{ ...rest, name, ...(paramName === undefined || group.type === 'ticker' ? {} : { paramName }) }]
}

function isUsable({ type, paramName = '' }: WireGroup): boolean {
  return type === 'ticker' || paramName !== ''
}
