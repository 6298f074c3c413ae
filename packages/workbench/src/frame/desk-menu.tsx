import { renameDesk } from '../desk/change-desks.ts'
import { closeGaps } from '../desk/place-item.ts'
import { changeTab } from '../desk/desk.ts'
import { duplicateDesk, removeDesk } from './change-desk.ts'
import { Icon } from './icon.tsx'
import { Menu, type MenuEntry } from './menu.tsx'
import { NameField } from './name-field.tsx'
import { findApp, resetDesk, showApp } from './open-apps.ts'
import { useWorkbench } from './workbench.ts'

/** Names the desk on the screen, changes it, and opens others: those of this browser, and the apps of the backends. F2 renames it. */
export function DeskMenu() {
  const workbench = useWorkbench()
  const { desks, connections, entryOf, renaming } = workbench
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
      { label: 'Rename this desk', detail: 'F2', onChoose: () => (renaming.value = true) },
      { label: 'Duplicate this desk', onChoose: () => duplicateDesk(workbench, shown) },
      { label: 'Remove this desk', onChoose: () => removeDesk(workbench, shown) },
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
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'F2' || shown === undefined) return
    event.preventDefault()
    renaming.value = true
  }
  const finish = (name: string) => {
    renaming.value = false
    desks.change((desk) => renameDesk(desk, name))
  }
  const isRenamed = renaming.value && shown !== undefined
  return (
    <div class={`desk-menu${isRenamed ? ' renamed' : ''}`} onKeyDown={press}>
      <Menu label="Desks" entries={entries}>
        <span class="desk-name">{shown?.name ?? 'No desk'}</span>
        <Icon name="down" />
      </Menu>
      {isRenamed && <NameField label="Name of the desk" name={shown.name} onDone={finish} />}
    </div>
  )
}
