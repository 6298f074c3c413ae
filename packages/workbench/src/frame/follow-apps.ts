import { effect, untracked } from '@preact/signals'
import type { WireApp } from 'deskwright/spec'
import { equalizeGroups } from '../desk/equalize-groups.ts'
import { type Desk, itemsOf, mapItems } from '../desk/desk.ts'
import { openApp } from '../desk/open-app.ts'
import { isSameView, viewOf, withView } from '../desk/table-view.ts'
import { findApp, showApp } from './open-apps.ts'
import type { Workbench } from './workbench.ts'

/**
 * Keeps the desks at what the backends say: one that nobody changed takes over the new layout of its app, with the values of
 * params and the looks at tables that were chosen. The first app is shown to whoever has no desk yet.
 */
export function followApps(workbench: Workbench): () => void {
  const { desks, connections, entryOf, createId } = workbench
  return effect(() => {
    const states = connections.entries.value.map(({ connection, state }) => ({ connection, state: state.value }))
    const apps = desks.desks.peek().map((desk) => ({ desk, app: findApp(entryOf, desk) }))
    untracked(() => {
      for (const { desk, app } of apps) {
        if (app === undefined || desk.source === undefined || desk.changed) continue
        if (JSON.stringify(app) === desk.source.opened) continue
        const { backend, opened } = desk.source
        const asOpened = openApp(JSON.parse(opened) as WireApp, backend, createId)
        desks.replace(keepChosen(desk, asOpened, { ...openApp(app, backend, createId), id: desk.id }))
      }
      if (desks.desks.peek().length > 0) return
      const first = states.find(({ state }) => (state.backend?.apps.length ?? 0) > 0)
      const [app] = first?.state.backend?.apps ?? []
      if (first !== undefined && app !== undefined) showApp(workbench, app, first.connection.id)
    })
  })
}

/** The same widget, counted from the start, has the same id, the values that were chosen, and its table the look that was. */
function keepChosen(before: Desk, asOpened: Desk, after: Desk): Desk {
  const seen = new Map<string, number>()
  const taken = mapItems(after, (item) => {
    const nth = seen.get(item.widget) ?? 0
    seen.set(item.widget, nth + 1)
    const [old, first] = [before, asOpened].map(
      (desk) => itemsOf(desk).filter(({ widget }) => widget === item.widget)[nth],
    )
    if (old === undefined) return item
    const taken = { ...item, id: old.id, values: { ...item.values, ...old.values } }
    const isChosen = first !== undefined && !isSameView(viewOf(old), viewOf(first))
    return isChosen ? withView(taken, viewOf(old)) : taken
  })
  return equalizeGroups(taken)
}
