import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ConnectionStatus } from '../connect/connections.ts'
import type { ProbeReport } from '../connect/workbench-server.ts'
import { useWorkbench } from '../frame/workbench.ts'
import { FindingList } from './finding-list.tsx'
import { toReach } from './reach.ts'
import { toVerdict } from './verdict.ts'

/** What Workspace would say to each backend, and what is wrong with its documents. */
export function DocumentsPanel() {
  const { connections } = useWorkbench()
  const entries = connections.entries.value
  return (
    <div class="inspect-documents" tabIndex={0} role="region" aria-label="Documents">
      {entries.length === 0 && <p class="inspect-hint">No backend is connected.</p>}
      {entries.map((entry) => (
        <Documents key={entry.connection.id} entry={entry} />
      ))}
    </div>
  )
}

function Documents({ entry }: { readonly entry: ConnectionStatus }) {
  const { server, connections } = useWorkbench()
  const { connection } = entry
  const state = entry.state.value
  const report = useSignal<ProbeReport | undefined>(undefined)
  useEffect(() => {
    let wanted = true
    const look = async () => {
      const seen = await server.probe(connection)
      if (wanted) report.value = seen
    }
    void look()
    return () => {
      wanted = false
    }
  }, [connection, state.status])
  const verdict = toVerdict(state)
  const reach = toReach(connection.url, report.value)
  return (
    <section class="inspect-backend">
      <header>
        <h3>{connection.name}</h3>
        <small>{connection.url}</small>
        <button type="button" class="inspect-button" onClick={() => void connections.reload(connection.id)}>
          Load again
        </button>
      </header>
      {verdict !== undefined && (
        <div class={`inspect-verdict ${verdict.accepted && reach.every(({ ok }) => ok) ? 'accepted' : 'refused'}`}>
          <p>
            <b>{verdict.message}</b>
          </p>
          {[...verdict.lost, ...reach.flatMap(({ ok, message }) => (ok ? [] : [message]))].map((text) => (
            <p key={text}>{text}</p>
          ))}
        </div>
      )}
      {state.status === 'failed' && (
        <div class="inspect-problem" role="alert">
          <p>
            <b>{state.failure.message}</b>
          </p>
          <p class="inspect-fix">Fix: {state.failure.hint}</p>
        </div>
      )}
      {state.backend !== undefined && (
        <>
          <p class="inspect-hint">
            {Object.entries(state.backend.received)
              .map(([name, { status }]) => `${name} ${status}`)
              .join(' · ')}
          </p>
          <FindingList findings={state.backend.diagnostics} received={state.backend.received} />
        </>
      )}
    </section>
  )
}
