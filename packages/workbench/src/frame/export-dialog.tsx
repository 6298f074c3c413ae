import { exportApp } from '../desk/export-app.ts'
import { itemsOf } from '../desk/desk.ts'
import { Dialog } from './dialog.tsx'
import { saveFile } from './save-file.ts'
import { useWorkbench } from './workbench.ts'

/** Shows the desk as `apps.json`, to copy or to save. A desk over several backends is one file for each of them. */
export function ExportDialog() {
  const { desks, dialog, entryOf, widgetOf, say } = useWorkbench()
  const desk = desks.desk.value
  const close = () => (dialog.value = undefined)
  if (desk === undefined) return null
  const backends = [...new Set(itemsOf(desk).map(({ backend }) => backend))]
  return (
    <Dialog title="Export apps.json" onClose={close}>
      {backends.length === 0 && <p>There is nothing on this desk yet.</p>}
      {backends.length > 1 && (
        <p>
          The widgets come from {backends.length} backends. An app can show only those of its own: here is one for each.
        </p>
      )}
      {backends.map((url) => {
        const text = `${JSON.stringify([exportApp(desk, url, widgetOf)], undefined, 2)}\n`
        const name = entryOf(url)?.connection.name ?? url
        const copy = async () => {
          await navigator.clipboard.writeText(text)
          say('Copied')
        }
        return (
          <section key={url}>
            <h3>{name}</h3>
            <pre class="code" tabIndex={0} aria-label={`apps.json of ${name}`}>
              {text}
            </pre>
            <div class="actions">
              <button
                type="button"
                class="button primary"
                onClick={() => saveFile('apps.json', text, 'application/json')}
              >
                Save apps.json
              </button>
              <button type="button" class="button" onClick={() => void copy()}>
                Copy
              </button>
            </div>
          </section>
        )
      })}
    </Dialog>
  )
}
