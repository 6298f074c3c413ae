import { itemsOf } from '../desk/desk.ts'
import type { SentText } from '../frame/sent-text.ts'
import { useWorkbench } from '../frame/workbench.ts'

/** What widgets sent to the agent, the latest on top: what Workspace would ask in its chat. */
export function AgentPanel() {
  const { sent } = useWorkbench()
  if (sent.value.length === 0) {
    return (
      <p class="hint">
        Nothing yet. A click on a cell with <code>sendToAgent</code>, or a page in a frame, sends text here; in
        Workspace it is asked in the chat. The Workbench asks no agent.
      </p>
    )
  }
  return (
    <div class="inspect-sent">
      <header>
        <p>In Workspace these are asked in the chat. The Workbench asks no agent.</p>
        <button type="button" class="inspect-button" onClick={() => (sent.value = [])}>
          Clear
        </button>
      </header>
      <ol aria-label="Sent to the agent">
        {sent.value.toReversed().map((entry) => (
          <SentLine key={entry.id} entry={entry} />
        ))}
      </ol>
    </div>
  )
}

function SentLine({ entry: { item, widget, text, agentId, sentAt } }: { readonly entry: SentText }) {
  const { desks, inspected, say } = useWorkbench()
  const isHere = desks.desk.value !== undefined && itemsOf(desks.desk.value).some(({ id }) => id === item)
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    say('Copied')
  }
  return (
    <li>
      <time dateTime={new Date(sentAt).toISOString()}>{new Date(sentAt).toLocaleTimeString()}</time>
      <span>
        {isHere ? (
          <button type="button" class="inspect-link" onClick={() => (inspected.value = item)}>
            {widget}
          </button>
        ) : (
          widget
        )}
        {agentId !== undefined && <small>for {agentId}</small>}
      </span>
      <pre>{text}</pre>
      <button type="button" class="inspect-button" aria-label={`Copy what ${widget} sent`} onClick={() => void copy()}>
        Copy
      </button>
    </li>
  )
}
