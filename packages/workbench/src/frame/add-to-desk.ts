import { addWidget, dropWidget, type WidgetOf } from '../desk/change-items.ts'
import type { Rect } from '../desk/rect.ts'
import type { Workbench } from './workbench.ts'

/** Puts a widget on the tab that is shown, on a new desk if there is none, and brings it into view. */
export function addToDesk({ desks, createId, say }: Workbench, { backend, id, widget }: WidgetOf): void {
  if (desks.desk.peek() === undefined) desks.create('My desk')
  const item = createId()
  desks.change((desk) => addWidget(desk, desks.tab.peek()?.id ?? '', { backend, id, widget }, item))
  say(`${widget.name} is on the desk`)
  goTo(item)
}

/** Puts a widget at a place of the tab that is shown. */
export function placeOnDesk({ desks, createId, say }: Workbench, widget: WidgetOf, to: Rect): void {
  const item = createId()
  desks.change((desk) => dropWidget(desk, desks.tab.peek()?.id ?? '', widget, item, to))
  say(`${widget.widget.name} is on the desk`)
  goTo(item)
}

function goTo(item: string): void {
  requestAnimationFrame(() => {
    const element = document.querySelector(`[data-item="${item}"]`)
    element?.scrollIntoView({ block: 'nearest' })
    element?.querySelector<HTMLElement>('.frame-title')?.focus({ preventScroll: true })
  })
}
