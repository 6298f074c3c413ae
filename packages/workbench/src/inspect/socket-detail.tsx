import type { SocketEntry } from '../requests/socket-entry.ts'
import { VirtualList } from './virtual-list.tsx'

/** The messages of a socket, the latest first. */
export function SocketDetail({ entry }: { readonly entry: SocketEntry }) {
  const count = entry.count.value
  const state = entry.state.value
  const messages = entry.messages().toReversed()
  return (
    <div class="inspect-detail">
      <header>
        <code class="inspect-url">
          <b>WS</b> {entry.url}
        </code>
        <small>
          {state.phase === 'closed' ? `closed, ${state.code} ${state.reason}` : state.phase} ·{' '}
          {count.toLocaleString('en')} messages{count > messages.length ? `, the last ${messages.length} are kept` : ''}
        </small>
      </header>
      <VirtualList
        label="Messages"
        rows={messages}
        draw={({ direction, text, at }, index) => (
          <div key={count - index} class={`inspect-message ${direction}`}>
            <time>{toTime(at)}</time>
            <span aria-label={direction}>{direction === 'sent' ? '↑' : '↓'}</span>
            <code>{text.slice(0, 500)}</code>
          </div>
        )}
      />
    </div>
  )
}

/** `12:04:31.250` */
function toTime(at: number): string {
  return new Date(at).toISOString().slice(11, 23)
}
