import { copyDesk } from '../desk/change-desks.ts'
import type { Desk } from '../desk/desk.ts'
import type { Workbench } from './workbench.ts'

/** Shows a copy of a desk, which is changed on its own. */
export function duplicateDesk({ desks, createId, say }: Workbench, desk: Desk): void {
  const copy = copyDesk(desk, desks.desks.peek(), createId)
  desks.add(copy)
  say(`${copy.name} is a desk of its own. Ctrl+Z takes it away.`)
}

/** Removes a desk, and says how to get it back. */
export function removeDesk({ desks, say }: Workbench, desk: Desk): void {
  desks.remove(desk.id)
  say(`${desk.name} is removed. Ctrl+Z brings it back.`)
}
