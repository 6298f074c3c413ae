import type { ConnectionStatus } from '../connect/connections.ts'
import { showAllWidgets, showApp } from './open-apps.ts'
import { useWorkbench } from './workbench.ts'

/** What stands on an empty desk: what there is to open, or what to do when there is nothing. */
export function Welcome() {
  const workbench = useWorkbench()
  const entries = workbench.connections.entries.value
  const isEmptyDesk = workbench.desks.desk.value !== undefined
  return (
    <section class="welcome" aria-label="What to do first">
      <h2>
        {entries.length === 0
          ? 'Connect a backend to see it'
          : isEmptyDesk
            ? 'An empty desk'
            : 'What do you want to see?'}
      </h2>
      {entries.length === 0 ? (
        <>
          <p>
            The Workbench shows any OpenBB Workspace backend, in any language, as Workspace would. Nothing leaves this
            machine but the requests to the backends you name.
          </p>
          <pre class="code">npx deskwright workbench http://127.0.0.1:7779</pre>
        </>
      ) : (
        <p>
          Add a widget from the catalogue, or press <kbd>Ctrl</kbd> <kbd>K</kbd> and type its name.
        </p>
      )}
      {entries.map((entry) => (
        <Backend key={entry.connection.url} entry={entry} />
      ))}
      <div class="actions">
        {entries.length > 0 && (
          <button type="button" class="button primary" onClick={() => (workbench.sidebar.value = true)}>
            Open the catalogue
          </button>
        )}
        <button
          type="button"
          class={entries.length === 0 ? 'button primary' : 'button'}
          onClick={() => (workbench.dialog.value = 'connect')}
        >
          Connect a backend
        </button>
      </div>
    </section>
  )
}

/** One backend: its apps, or why it is not there. */
function Backend({ entry }: { readonly entry: ConnectionStatus }) {
  const workbench = useWorkbench()
  const { connection } = entry
  const state = entry.state.value
  const { backend } = state
  if (backend === undefined) {
    return (
      <article class="backend-card">
        <h3>{connection.name}</h3>
        {state.status === 'failed' ? (
          <div role="alert">
            <p class="failed-text">{state.failure.message}</p>
            <p class="hint">{state.failure.hint}</p>
            <p class="hint">Workspace would say: “{state.failure.workspaceSays}”</p>
            <button type="button" class="button" onClick={() => void workbench.connections.reload(connection.id)}>
              Try again
            </button>
          </div>
        ) : (
          <p class="hint">Asking {connection.url} …</p>
        )}
      </article>
    )
  }
  const count = Object.keys(backend.widgets).length
  return (
    <article class="backend-card">
      <h3>{connection.name}</h3>
      <p class="hint">
        {connection.url} · {count} {count === 1 ? 'widget' : 'widgets'}
      </p>
      <div class="actions">
        {backend.apps.map((app) => (
          <button
            key={app.name}
            type="button"
            class="button"
            title={app.description}
            onClick={() => showApp(workbench, app, connection.id)}
          >
            {app.name}
          </button>
        ))}
        {count > 0 && (
          <button type="button" class="button" onClick={() => showAllWidgets(workbench, connection.id)}>
            All widgets
          </button>
        )}
      </div>
    </article>
  )
}
