import type { ConnectionStatus } from '../connect/connections.ts'
import { IconButton } from './icon-button.tsx'
import { Menu, type MenuEntry } from './menu.tsx'
import { showAllWidgets, showApp } from './open-apps.ts'
import { useWorkbench } from './workbench.ts'

/** The backends of the page, and where each of them stands. */
export function ConnectionList() {
  const { connections, dialog } = useWorkbench()
  return (
    <section class="connections" aria-label="Backends">
      <header>
        <h2>Backends</h2>
        <IconButton icon="plug" label="Connect a backend" onClick={() => (dialog.value = 'connect')} />
      </header>
      <ul>
        {connections.entries.value.map((entry) => (
          <Connection key={entry.connection.url} entry={entry} />
        ))}
      </ul>
    </section>
  )
}

const words = { loading: 'loading', connected: 'connected', failed: 'failed' } as const

function Connection({ entry }: { readonly entry: ConnectionStatus }) {
  const workbench = useWorkbench()
  const { connections } = workbench
  const { connection, given } = entry
  const state = entry.state.value
  const errors = state.backend?.diagnostics.filter(({ severity }) => severity === 'error').length ?? 0
  const entries = (): readonly (readonly MenuEntry[])[] => [
    (state.backend?.apps ?? []).map((app) => ({
      label: app.name,
      detail: 'app',
      onChoose: () => showApp(workbench, app, connection.id),
    })),
    [
      { label: 'Show all widgets', onChoose: () => showAllWidgets(workbench, connection.id) },
      { label: 'Load again', icon: 'refresh', onChoose: () => void connections.reload(connection.id) },
      { label: 'Inspect', icon: 'inspect', onChoose: () => (workbench.drawer.value = true) },
      ...(given
        ? []
        : [{ label: 'Disconnect', icon: 'close' as const, onChoose: () => connections.remove(connection.id) }]),
    ],
  ]
  return (
    <li class={`connection ${state.status}`}>
      <span class="dot" role="img" aria-label={words[state.status]} />
      <span class="entry-text">
        <b>{connection.name}</b>
        <small>{connection.url.replace(/^https?:\/\//, '')}</small>
        {state.status === 'failed' && (
          <small class="failed-text" title={state.failure.hint}>
            {state.failure.message}
          </small>
        )}
        {errors > 0 && (
          <small class="failed-text">
            Workspace would refuse it: {errors} {errors === 1 ? 'error' : 'errors'}
          </small>
        )}
      </span>
      <Menu label={`${connection.name}: more`} entries={entries} />
    </li>
  )
}
