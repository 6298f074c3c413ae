import type { Item } from './desk.ts'

const parts = ['chartView', 'columnState', 'filterModel'] as const

/** How the table of an item is looked at: as values of params it is no change of the desk, and is not taken back. */
export type TableView = Pick<Item['state'], (typeof parts)[number]>

/** Takes from an item how its table is looked at. */
export function viewOf({ state }: Item): TableView {
  return Object.fromEntries(parts.flatMap((part) => (state[part] === undefined ? [] : [[part, state[part]]])))
}

/** Gives an item another look at its table. */
export function withView(item: Item, view: TableView): Item {
  if (isSameView(viewOf(item), view)) return item
  const rest = Object.entries(item.state).filter(([part]) => !(parts as readonly string[]).includes(part))
  return { ...item, state: { ...Object.fromEntries(rest), ...view } }
}

/** Whether two looks at a table are the same. */
export function isSameView(a: TableView, b: TableView): boolean {
  return parts.every((part) => a[part] === b[part] || JSON.stringify(a[part]) === JSON.stringify(b[part]))
}
