import type { AcceptedWidgets } from 'deskwright/spec'
import { addWidget } from './change-items.ts'
import { addTab, renameTab } from './change-tabs.ts'
import type { Desk } from './desk.ts'
import { toEmptyDesk } from './new-desk.ts'

/** Puts every widget of a backend on a desk, a tab for each category. */
export function layOutWidgets(name: string, backend: string, widgets: AcceptedWidgets, createId: () => string): Desk {
  const entries = Object.entries(widgets)
  const categories = [...new Set(entries.map(([, { category }]) => category ?? 'Other'))]
  const named = categories.reduce(
    (desk, category, index) => (index === 0 ? renameTab(desk, '', category) : addTab(desk, category)),
    toEmptyDesk(createId(), name),
  )
  return entries.reduce((desk, [id, widget]) => {
    const tab = desk.tabs[categories.indexOf(widget.category ?? 'Other')]
    return tab === undefined ? desk : addWidget(desk, tab.id, { backend, id, widget }, createId())
  }, named)
}
