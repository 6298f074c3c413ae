import { useSignal } from '@preact/signals'
import type { RequestEntry } from '../requests/request-log.ts'
import { pickHeaders } from './headers-that-matter.ts'
import { JsonTree } from './json-tree.tsx'
import { Pairs } from './pairs.tsx'
import { Payload } from './payload.tsx'
import { toCurl } from './to-curl.ts'

/** Everything about one request. */
export function RequestDetail(props: { readonly entry: RequestEntry; readonly onReplay: () => void }) {
  const { entry, onReplay } = props
  const { request, origin } = entry
  const state = entry.state.value
  const copied = useSignal(false)
  const head = 'head' in state ? state.head : undefined
  const copy = async () => {
    await navigator.clipboard.writeText(toCurl(request))
    copied.value = true
  }
  return (
    <div class="inspect-detail">
      <header>
        <code class="inspect-url">
          <b>{request.method}</b> {request.url}
        </code>
        <span class="inspect-actions">
          <button type="button" class="inspect-button" onClick={() => void copy()}>
            {copied.value ? 'Copied' : 'Copy as curl'}
          </button>
          <button type="button" class="inspect-button" onClick={onReplay}>
            Replay
          </button>
        </span>
      </header>
      <div class="inspect-facts">
        <Pairs title="Params" pairs={[...new URL(request.url).searchParams]} />
        <Pairs title="Sent headers" pairs={Object.entries(request.headers)} />
        <Pairs
          title={`Answer${head === undefined ? '' : `: ${head.status} ${head.statusText}`}`}
          pairs={pickHeaders(head?.headers ?? {})}
        />
        <Pairs
          title="For"
          pairs={[
            ['backend', origin.backend],
            ['purpose', origin.purpose],
            ...(origin.widget === undefined ? [] : [['widget', origin.widget] as const]),
          ]}
        />
      </div>
      {request.body !== undefined && (
        <section class="inspect-payload" aria-label="Sent body">
          <h4>Sent body</h4>
          <JsonTree value={toJson(request.body)} label="Sent body" />
        </section>
      )}
      {state.phase === 'failed' && (
        <p class="inspect-problem" role="alert">
          {state.message}
        </p>
      )}
      {state.phase === 'finished' && <Payload key={entry.id} body={state.body} />}
    </div>
  )
}

function toJson(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return body
  }
}
