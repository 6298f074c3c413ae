import { useSignal } from '@preact/signals'
import type { ConnectionStatus } from '../connect/connections.ts'
import { useWorkbench } from '../frame/workbench.ts'
import type { Asker } from '../requests/backend-client.ts'
import type { BackendRequest } from '../requests/backend-request.ts'
import type { LogEntry, RequestEntry } from '../requests/request-log.ts'
import { RequestDetail } from './request-detail.tsx'
import { RequestList } from './request-list.tsx'
import { SocketDetail } from './socket-detail.tsx'

/** The log of requests beside the one that was chosen. With an item, only what was asked for it. */
export function RequestsPanel({ item }: { readonly item?: string }) {
  const workbench = useWorkbench()
  const { log, connections } = workbench
  const search = useSignal('')
  const chosen = useSignal<number | undefined>(undefined)
  const wanted = search.value.trim().toLowerCase()
  const entries = log.entries.value.filter(
    (entry) => (item === undefined || entry.origin.item === item) && (wanted === '' || toWords(entry).includes(wanted)),
  )
  const shown = entries.find(({ id }) => id === chosen.value) ?? entries.at(-1)
  const replayAs = async (asker: Asker, status: ConnectionStatus, request: BackendRequest) => {
    // What goes wrong is in the log.
    const answer = await workbench
      .clientOf(status)
      .send(request, asker)
      .catch(() => undefined)
    await answer?.arrayBuffer().catch(() => undefined)
  }
  const replay = ({ request, origin }: RequestEntry) => {
    const status = connections.entries.value.find(({ connection }) => connection.name === origin.backend)
    if (status === undefined) return
    const { widget, item: place } = origin
    const asker = {
      purpose: 'replay',
      ...(widget === undefined ? {} : { widget }),
      ...(place === undefined ? {} : { item: place }),
    } as const
    chosen.value = undefined
    void replayAs(asker, status, request)
  }
  return (
    <div class="inspect-split">
      <div class="inspect-side">
        <div class="inspect-bar">
          <input
            type="search"
            placeholder="Find in the requests"
            aria-label="Find in the requests"
            value={search.value}
            onInput={(event) => (search.value = event.currentTarget.value)}
          />
          <button type="button" class="inspect-button" onClick={() => log.clear()}>
            Clear
          </button>
        </div>
        <RequestList entries={entries} chosen={shown?.id} onChoose={(id) => (chosen.value = id)} />
      </div>
      {shown === undefined ? (
        <p class="inspect-hint">{wanted === '' ? 'Nothing was asked yet.' : 'No request has that.'}</p>
      ) : shown.kind === 'request' ? (
        <RequestDetail key={shown.id} entry={shown} onReplay={() => replay(shown)} />
      ) : (
        <SocketDetail entry={shown} />
      )}
    </div>
  )
}

function toWords(entry: LogEntry): string {
  const { widget = '', backend, purpose } = entry.origin
  const asked = entry.kind === 'request' ? `${entry.request.method} ${entry.request.url}` : entry.url
  const state = entry.kind === 'request' ? entry.state.value : undefined
  const status = state !== undefined && 'head' in state ? (state.head?.status ?? '') : (state?.phase ?? '')
  return `${asked} ${widget} ${backend} ${purpose} ${status}`.toLowerCase()
}
