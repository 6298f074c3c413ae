import { addTab } from '../desk/change-tabs.ts'
import { addToDesk } from './add-to-desk.ts'
import { duplicateDesk, removeDesk } from './change-desk.ts'
import { toCatalogue, toCategory } from './catalogue-entries.ts'
import { openFile } from './open-file.ts'
import { resetDesk, showAllWidgets, showApp } from './open-apps.ts'
import type { Workbench } from './workbench.ts'

/** Something the palette can do. */
export interface Command {
  readonly kind: 'widget' | 'app' | 'desk' | 'tab' | 'command'
  readonly label: string
  readonly detail?: string
  readonly run: () => void
}

/** Lists everything that can be done now. */
export function toCommands(workbench: Workbench): readonly Command[] {
  const { desks, connections, theme, sidebar, drawer, dialog } = workbench
  const shown = desks.desk.value
  const entries = connections.entries.value
  const command = (label: string, run: () => void, detail?: string): Command => ({
    kind: 'command',
    label,
    run,
    ...(detail === undefined ? {} : { detail }),
  })
  return [
    ...(shown?.tabs ?? []).map(({ id, name }): Command => ({
      kind: 'tab',
      label: name || 'Tab',
      run: () => desks.showTab(id),
    })),
    ...desks.desks.value.map(({ id, name }): Command => ({ kind: 'desk', label: name, run: () => desks.show(id) })),
    ...entries.flatMap(({ connection, state }) =>
      (state.value.backend?.apps ?? []).map((app): Command => ({
        kind: 'app',
        label: app.name,
        detail: connection.name,
        run: () => showApp(workbench, app, connection.id),
      })),
    ),
    ...toCatalogue(entries).map((entry): Command => ({
      kind: 'widget',
      label: entry.widget.name,
      detail: `${toCategory(entry.widget)} · ${entry.widget.type}`,
      run: () => addToDesk(workbench, entry),
    })),
    command('Export apps.json', () => (dialog.value = 'export')),
    command('Open an apps.json', () => openFile(workbench)),
    command('Connect a backend', () => (dialog.value = 'connect')),
    command('New desk', () => desks.create('My desk')),
    command('New tab', () => desks.change((desk) => addTab(desk, `Tab ${desk.tabs.length + 1}`))),
    command('Take back the last change', () => desks.undo(), 'Ctrl Z'),
    command('Show or hide the catalogue', () => (sidebar.value = !sidebar.value), 'Ctrl B'),
    ...(shown === undefined
      ? []
      : [
          command('Rename the desk', () => (workbench.renaming.value = true), 'F2 on its name'),
          command('Duplicate the desk', () => duplicateDesk(workbench, shown)),
          command('Remove the desk', () => removeDesk(workbench, shown)),
        ]),
    command('Show or hide the inspector', () => (drawer.value = !drawer.value), 'Ctrl J'),
    command('Theme: dark', () => theme.choose('dark')),
    command('Theme: light', () => theme.choose('light')),
    command('Theme: as the system', () => theme.choose('system')),
    command('Load all backends again', () => void connections.reload()),
    ...(shown?.source === undefined ? [] : [command('Reset the desk to its app', () => resetDesk(workbench, shown))]),
    ...entries.map(({ connection }) =>
      command(`All widgets of ${connection.name}`, () => showAllWidgets(workbench, connection.id)),
    ),
    command('Keys', () => (dialog.value = 'keys'), '?'),
  ]
}

/** Finds the commands that have every word of a text, best first: those whose label starts with it, then those that have a word that does. */
export function findCommands(commands: readonly Command[], text: string): readonly Command[] {
  const wanted = text.trim().toLowerCase()
  const words = wanted.split(/\s+/).filter(Boolean)
  const rank = ({ label }: Command) => {
    const name = label.toLowerCase()
    if (name.startsWith(wanted)) return 0
    return name.split(/\W+/).some((word) => word.startsWith(words[0] ?? '')) ? 1 : 2
  }
  return commands
    .filter(({ label, detail = '', kind }) => {
      const whole = `${label} ${detail} ${kind}`.toLowerCase()
      return words.every((word) => whole.includes(word))
    })
    .map((command, index) => ({ command, rank: rank(command), index }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ command }) => command)
}
