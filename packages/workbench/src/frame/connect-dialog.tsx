import { useSignal } from '@preact/signals'
import { parseBackendUrl } from '../connect/parse-backend-url.ts'
import type { ConnectionEntry } from '../requests/connection.ts'
import { Dialog } from './dialog.tsx'
import { IconButton } from './icon-button.tsx'
import { useWorkbench } from './workbench.ts'

/** Asks for a backend, as Workspace does: a name, an address, and headers or query keys for every request to it. */
export function ConnectDialog() {
  const { connections, dialog } = useWorkbench()
  const name = useSignal('')
  const address = useSignal('')
  const pairs = useSignal<readonly ConnectionEntry[]>([])
  const trouble = useSignal<string | undefined>(undefined)
  const close = () => (dialog.value = undefined)
  const connect = (event: Event) => {
    event.preventDefault()
    const url = parseBackendUrl(address.value)
    if (url === undefined) {
      trouble.value = `"${address.value}" is no address. Write one such as http://127.0.0.1:7779`
      return
    }
    const entries = pairs.value.filter(({ key }) => key.trim() !== '')
    void connections.add({ id: url, url, name: name.value.trim() || new URL(url).host, entries })
    close()
  }
  const setPair = (index: number, change: Partial<ConnectionEntry>) => {
    pairs.value = pairs.value.map((pair, at) => (at === index ? { ...pair, ...change } : pair))
  }
  return (
    <Dialog title="Connect a backend" onClose={close}>
      <form class="form" onSubmit={connect}>
        <label>
          Address
          <input
            type="text"
            autofocus
            required
            placeholder="http://127.0.0.1:7779"
            value={address.value}
            aria-invalid={trouble.value !== undefined}
            onInput={({ currentTarget }) => (address.value = currentTarget.value)}
          />
        </label>
        {trouble.value !== undefined && <p class="failed-text">{trouble.value}</p>}
        <label>
          Name
          <input
            type="text"
            placeholder="as you like"
            value={name.value}
            onInput={({ currentTarget }) => (name.value = currentTarget.value)}
          />
        </label>
        <fieldset>
          <legend>Sent with every request</legend>
          {pairs.value.map((pair, index) => (
            <div class="pair" key={index}>
              <select
                aria-label="Where it is sent"
                value={pair.location}
                onChange={({ currentTarget }) =>
                  setPair(index, { location: currentTarget.value as ConnectionEntry['location'] })
                }
              >
                <option value="headers">Header</option>
                <option value="query">Query</option>
              </select>
              <input
                type="text"
                aria-label="Key"
                placeholder="X-API-KEY"
                value={pair.key}
                onInput={({ currentTarget }) => setPair(index, { key: currentTarget.value })}
              />
              <input
                type="password"
                autocomplete="off"
                aria-label="Value"
                value={pair.value}
                onInput={({ currentTarget }) => setPair(index, { value: currentTarget.value })}
              />
              <IconButton
                icon="close"
                label="Remove"
                onClick={() => (pairs.value = pairs.value.filter((_, at) => at !== index))}
              />
            </div>
          ))}
          <button
            type="button"
            class="button"
            onClick={() => (pairs.value = [...pairs.value, { key: '', value: '', location: 'headers' }])}
          >
            Add a header or query key
          </button>
        </fieldset>
        <div class="actions">
          <button type="submit" class="button primary">
            Connect
          </button>
        </div>
      </form>
    </Dialog>
  )
}
