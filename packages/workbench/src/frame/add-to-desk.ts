import { addWidget } from '../desk/change-items.ts'
import type { CatalogueEntry } from './catalogue-entries.ts'
import type { Workbench } from './workbench.ts'

/** Puts a widget on the tab that is shown, on a new desk if there is none, and brings it into view. */
export function addToDesk({ desks, createId, say }: Workbench, { backend, id, widget }: CatalogueEntry): void {
  if (desks.desk.peek() === undefined) desks.create('My desk')
  const item = createId()
  desks.change((desk) => addWidget(desk, desks.tab.peek()?.id ?? '', { backend, id, widget }, item))
  say(`${widget.name} is on the desk`)
  requestAnimationFrame(() => {
    const element = document.querySelector(`[data-item="${item}"]`)
    element?.scrollIntoView({ block: 'nearest' })
    element?.querySelector<HTMLElement>('.frame-title')?.focus({ preventScroll: true })
  })
}
