import { removeItem } from '../desk/change-items.ts'
import { dropEmptyGroups } from '../desk/groups.ts'
import type { Workbench } from './workbench.ts'

/** Takes a widget from the desk, and gives the keyboard to the one beside it. */
export function removeFromDesk({ desks, say }: Workbench, id: string, name: string): void {
  const titles = [...document.querySelectorAll<HTMLElement>('.frame-title')]
  const at = titles.findIndex((title) => title.closest('[data-item]')?.getAttribute('data-item') === id)
  const next = titles[at + 1] ?? titles[at - 1]
  desks.change((desk) => dropEmptyGroups(removeItem(desk, id)))
  say(`${name} is removed. Ctrl+Z brings it back.`)
  next?.focus()
}
