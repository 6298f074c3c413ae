import type { WireApp } from 'deskwright/spec'
import type { Desk } from '../desk/desk.ts'
import { layOutWidgets } from '../desk/lay-out-widgets.ts'
import { openApp } from '../desk/open-app.ts'
import type { Workbench } from './workbench.ts'

/** Shows an app: the desk on which it is open already, else a new one. */
export function showApp({ desks, createId }: Workbench, app: WireApp, backend: string): void {
  const known = desks.desks.peek().find(({ source }) => source?.backend === backend && source.app === app.name)
  if (known === undefined) desks.open(openApp(app, backend, createId))
  else desks.show(known.id)
}

/** Shows every widget of a backend on a new desk. */
export function showAllWidgets({ desks, createId, entryOf }: Workbench, url: string): void {
  const entry = entryOf(url)
  const backend = entry?.state.peek().backend
  if (entry === undefined || backend === undefined) return
  desks.open(layOutWidgets(`${entry.connection.name}: all widgets`, url, backend.widgets, createId))
}

/** Opens the app that a desk came from once more, as the backend has it now, in the place of the desk. */
export function resetDesk({ desks, createId, entryOf }: Workbench, desk: Desk): void {
  const app = findApp(entryOf, desk)
  if (app !== undefined && desk.source !== undefined) {
    desks.replace({ ...openApp(app, desk.source.backend, createId), id: desk.id })
  }
}

/** The app that a desk came from, as its backend has it now. */
export function findApp(entryOf: Workbench['entryOf'], { source }: Desk): WireApp | undefined {
  if (source === undefined) return undefined
  return entryOf(source.backend)?.state.value.backend?.apps.find(({ name }) => name === source.app)
}
