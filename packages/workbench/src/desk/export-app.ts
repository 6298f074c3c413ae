import {
  type AcceptedWidget,
  paramsOf,
  tabBarHeight,
  type WireApp,
  type WireGroup,
  type WireLayoutItem,
  type WireTab,
} from 'deskwright/spec'
import { type Desk, type Item, itemsOf, type Values } from './desk.ts'
import { paramOfGroup } from './equalize-groups.ts'
import type { FindWidget } from './groups.ts'
import { inReadingOrder } from './rect.ts'

/**
 * Writes what is on a desk of one backend's widgets as an app, in the form Workspace exports. Opened again it is the same
 * screen. Widgets of other backends cannot stand in this backend's `apps.json`, and are left out; so are values of params that a
 * widget does not have, which it only sends to its group.
 */
export function exportApp(desk: Desk, backend: string, find: FindWidget = () => undefined): WireApp {
  const items = itemsOf(desk).filter((item) => item.backend === backend)
  const groups = desk.groups.flatMap((group): WireGroup[] => {
    const members = items.filter((item) => item.groups.includes(group.name))
    if (members.length === 0) return []
    const value = members.map(({ values }) => values[paramOfGroup(group)]).find((value) => value !== undefined)
    return [
      {
        ...group,
        ...(value === undefined ? {} : { defaultValue: value }),
        widgetIds: [...new Set(members.map(({ widget }) => widget))],
      },
    ]
  })
  const bar = desk.tabs.length > 1 ? tabBarHeight : 0
  const tabs = desk.tabs.map(({ id, name, items }): readonly [string, WireTab] => {
    const layout = inReadingOrder(items.filter((item) => item.backend === backend)).map((item) =>
      toLayoutItem({ ...item, values: toOwnValues(item, find(item)) }, groups, bar),
    )
    return [id, { id, name, layout }]
  })
  return { name: desk.name, ...desk.about, tabs: Object.fromEntries(tabs), groups }
}

function toOwnValues({ values }: Item, widget: AcceptedWidget | undefined): Values {
  if (widget === undefined) return values
  const known = paramsOf(widget).map(({ paramName }) => paramName)
  return Object.fromEntries(Object.entries(values).filter(([name]) => known.includes(name)))
}

function toLayoutItem(item: Item, groups: readonly WireGroup[], bar: number): WireLayoutItem {
  const { widget, x, y, w, h, values, state, flags } = item
  const known = groups.map(({ name }) => name)
  const joined = item.groups.filter((name) => known.includes(name))
  // Without the key it would join every group that names its widget.
  const named = groups.some(({ widgetIds }) => widgetIds.includes(widget))
  const params = Object.keys(values).length === 0 ? {} : { params: values }
  const whole = { ...params, ...state }
  return {
    i: widget,
    x,
    y: y + bar,
    w,
    h,
    ...flags,
    ...(joined.length > 0 || named ? { groups: joined } : {}),
    ...(Object.keys(whole).length === 0 ? {} : { state: whole }),
  }
}
