import { app, type App, type TabLayout } from '../../index.ts'
import { gridColumns } from '../../spec/constants.ts'
import type { AnyWidget } from '../../define/widget.ts'
import { groupBy } from '../group-by.ts'
import { toTitle } from '../../internal/to-title.ts'

/** A widget and the folder it is in; `''` for the folder itself. */
export interface Placed {
  readonly folder: string
  readonly widget: AnyWidget
}

/** Makes an app that shows everything: a tab for each folder, in which widgets fill the rows. */
export function makeApp(title: string, placed: readonly Placed[]): App {
  const folders = groupBy(placed, ({ folder }) => folder)
  const tabs = [...folders].map(([folder, members]) => [
    folder === '' ? title : folder.split('/').map(toTitle).join(' / '),
    toLayout(members.map(({ widget }) => widget)),
  ])
  return app({ name: title, description: `Everything in ${title}`, tabs: Object.fromEntries(tabs) })
}

/** As many to a row as fit side by side. */
function toLayout(widgets: readonly AnyWidget[]): TabLayout {
  const rows: AnyWidget[][] = []
  let left = 0
  for (const widget of widgets) {
    const { w } = widget.options.gridData ?? widget.type.gridData
    if (w > left) {
      rows.push([])
      left = gridColumns
    }
    rows.at(-1)!.push(widget)
    left -= w
  }
  return rows
}
