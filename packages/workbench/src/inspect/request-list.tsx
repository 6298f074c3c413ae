import type { LogEntry, RequestEntry } from '../requests/request-log.ts'
import type { SocketEntry } from '../requests/socket-entry.ts'
import { toDuration } from './to-duration.ts'
import { toSize } from './to-size.ts'

/** What the list of requests is told. */
export interface RequestListProps {
  /** The latest last. */
  readonly entries: readonly LogEntry[]
  readonly chosen: number | undefined
  readonly onChoose: (id: number) => void
}

/** Every request and socket, the latest on top. */
export function RequestList({ entries, chosen, onChoose }: RequestListProps) {
  return (
    <ol class="inspect-requests" aria-label="Requests">
      {entries.toReversed().map((entry) => (
        <li key={entry.id}>
          <button type="button" aria-current={entry.id === chosen} onClick={() => onChoose(entry.id)}>
            {entry.kind === 'request' ? <RequestLine entry={entry} /> : <SocketLine entry={entry} />}
          </button>
        </li>
      ))}
    </ol>
  )
}

function RequestLine({ entry }: { readonly entry: RequestEntry }) {
  const state = entry.state.value
  const { pathname, search } = new URL(entry.request.url)
  const status = 'head' in state && state.head !== undefined ? toStatusText(state.head) : words[state.phase]
  const failed = state.phase === 'failed' || ('head' in state && (state.head?.status ?? 0) >= 400)
  return (
    <>
      <span class={`inspect-status${failed ? ' failed' : ''}`}>{status}</span>
      <span class="inspect-method">{entry.request.method}</span>
      <span class="inspect-path">
        {pathname}
        <small>{search}</small>
      </span>
      <small class="inspect-purpose">{entry.origin.widget ?? entry.origin.purpose}</small>
      <small class="inspect-number">{'finishedAfter' in state ? toDuration(state.finishedAfter) : ''}</small>
      <small class="inspect-number">{state.phase === 'finished' ? toSize(state.body.bytes) : ''}</small>
    </>
  )
}

/** The browser does not tell the status of an answer that leads elsewhere. */
function toStatusText({ status }: { readonly status: number }): string {
  return status === 0 ? '3xx' : String(status)
}

const words = { pending: '…', answered: '…', finished: '', failed: 'failed', aborted: 'given up' } as const

function SocketLine({ entry }: { readonly entry: SocketEntry }) {
  const state = entry.state.value
  return (
    <>
      <span class={`inspect-status${state.phase === 'closed' ? ' failed' : ''}`}>{state.phase}</span>
      <span class="inspect-method">WS</span>
      <span class="inspect-path">{new URL(entry.url).pathname}</span>
      <small class="inspect-purpose">{entry.origin.widget ?? entry.origin.purpose}</small>
      <small class="inspect-number" />
      <small class="inspect-number">{entry.count.value.toLocaleString('en')} msg</small>
    </>
  )
}
