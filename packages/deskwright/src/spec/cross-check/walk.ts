import type { WireApp, WireTab } from '../apps/app.ts'
import type { WireLayoutItem } from '../apps/layout-item.ts'
import { toAppName, toWidgetName } from '../names.ts'
import { joinPath } from '../read/cursor.ts'
import { toOrigin } from '../read/origin.ts'
import type { AcceptedWidget } from '../widgets/accepted-widget.ts'
import type { WireColumn } from '../widgets/column.ts'
import type { WireParam } from '../widgets/param.ts'
import type { Documents } from './documents.ts'

/** One widget, and how findings name it. */
export interface WidgetEntry {
  readonly id: string
  readonly widget: AcceptedWidget
  readonly where: string
}

/** Lists every widget. */
export function eachWidget({ widgets }: Documents): readonly WidgetEntry[] {
  return once(widgetEntries, widgets, () =>
    Object.entries(widgets).map(([id, widget]) => ({ id, widget, where: toWidgetName(id) })),
  )
}

/** Finds a widget by its id. */
export function findWidget({ widgets }: Documents, id: string): AcceptedWidget | undefined {
  return Object.hasOwn(widgets, id) ? widgets[id] : undefined
}

/** One parameter, and its place in the widget. */
export interface ParamEntry {
  readonly param: WireParam
  readonly path: string
}

/** Lists every parameter of a widget. */
export function eachParam({ params = [] }: Pick<AcceptedWidget, 'params'>): readonly ParamEntry[] {
  return once(paramEntries, params, () =>
    params.flatMap((entry, index) =>
      Array.isArray(entry)
        ? (entry as WireParam[]).map((param, column) => toParamEntry(param, `params[${index}][${column}]`))
        : [toParamEntry(entry as WireParam, `params[${index}]`)],
    ),
  )
}

function toParamEntry(param: WireParam, path: string): ParamEntry {
  return { param, path: toOrigin(param, path) }
}

/** One column, and its place in the widget. */
export interface ColumnEntry {
  readonly column: WireColumn
  readonly path: string
}

/** Lists every column of a widget. */
export function eachColumn({ data }: AcceptedWidget): readonly ColumnEntry[] {
  const columns = data?.table?.columnsDefs ?? []
  return once(columnEntries, columns, () =>
    columns.map((column, index) => ({ column, path: toOrigin(column, `data.table.columnsDefs[${index}]`) })),
  )
}

/** Every rule visits the same widgets, parameters and columns. */
const widgetEntries = new WeakMap<object, readonly WidgetEntry[]>()
const paramEntries = new WeakMap<object, readonly ParamEntry[]>()
const columnEntries = new WeakMap<object, readonly ColumnEntry[]>()

function once<Entry>(
  known: WeakMap<object, readonly Entry[]>,
  visited: object,
  make: () => readonly Entry[],
): readonly Entry[] {
  const found = known.get(visited) ?? make()
  known.set(visited, found)
  return found
}

/** Whether a column is drawn by a render function. */
export function hasRenderFn({ renderFn }: WireColumn, name: string): boolean {
  return typeof renderFn === 'string' ? renderFn === name : (renderFn ?? []).some((entry) => entry === name)
}

/** One app, and how findings name it. */
export interface AppEntry {
  readonly app: WireApp
  readonly where: string
}

/** Visits every app. */
export function* eachApp({ apps }: Documents): Generator<AppEntry> {
  for (const app of apps) yield { app, where: toAppName(app.name) }
}

/** One tab, and its place in the app. */
export interface TabEntry extends AppEntry {
  readonly key: string
  readonly tab: WireTab
  readonly path: string
}

/** Visits every tab of every app. */
export function* eachTab(documents: Documents): Generator<TabEntry> {
  for (const entry of eachApp(documents)) {
    for (const [key, tab] of Object.entries(entry.app.tabs)) yield { ...entry, key, tab, path: joinPath('tabs', key) }
  }
}

/** One placed widget, and its place in the app. */
export interface ItemEntry extends Omit<TabEntry, 'path'> {
  readonly item: WireLayoutItem
  readonly index: number
  readonly path: string
}

/** Visits every placed widget of every app. */
export function* eachItem(documents: Documents): Generator<ItemEntry> {
  for (const entry of eachTab(documents)) {
    for (const [index, item] of entry.tab.layout.entries()) {
      yield { ...entry, item, index, path: toOrigin(item, `${entry.path}.layout[${index}]`) }
    }
  }
}
