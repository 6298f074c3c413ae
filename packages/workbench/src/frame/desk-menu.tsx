import { closeGaps } from '../desk/place-item.ts'
import { changeTab } from '../desk/desk.ts'
import { Icon } from './icon.tsx'
import { Menu, type MenuEntry } from './menu.tsx'
import { findApp, resetDesk, showApp } from './open-apps.ts'
import { useWorkbench } from './workbench.ts'

/** Names the desk on the screen, and opens others: those of this browser, and the apps of the backends. */
export function DeskMenu() {
  const workbench = useWorkbench()
  const { desks, connections, entryOf } = workbench
  const shown = desks.desk.value

  const toApps = (): readonly MenuEntry[] =>
    connections.entries.value.flatMap(({ connection, state }) =>
      (state.value.backend?.apps ?? []).map((app) => ({
        label: app.name,
        detail: `app of ${connection.name}`,
        onChoose: () => showApp(workbench, app, connection.id),
      })),
    )
  const toOwn = (): readonly MenuEntry[] => {
    if (shown === undefined) return []
    const app = findApp(entryOf, shown)
    return [
      ...(app === undefined
        ? []
        : [
            { label: 'Reset to the app', detail: 'as the backend has it', onChoose: () => resetDesk(workbench, shown) },
          ]),
      {
        label: 'Close gaps',
        detail: 'every widget rises',
        onChoose: () =>
          desks.change((desk) => changeTab(desk, desks.tab.peek()?.id ?? '', (items) => closeGaps(items))),
      },
      { label: 'Remove this desk', onChoose: () => desks.remove(shown.id) },
    ]
  }
  const entries = () => [
    desks.desks.value.map(({ id, name }) => ({
      label: name,
      checked: id === shown?.id,
      onChoose: () => desks.show(id),
    })),
    toApps().filter(({ label }) => !desks.desks.value.some(({ source }) => source?.app === label)),
    [{ label: 'New desk', icon: 'add' as const, onChoose: () => desks.create('My desk') }],
    toOwn(),
  ]
  return (
    <Menu label="Desks" entries={entries}>
      <span class="desk-name">{shown?.name ?? 'No desk'}</span>
      <Icon name="down" />
    </Menu>
  )
}
