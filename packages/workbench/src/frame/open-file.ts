import type { WireApp } from 'deskwright/spec'
import { openApp } from '../desk/open-app.ts'
import type { Workbench } from './workbench.ts'

/** Lets the user choose an `apps.json`, and opens its apps over the backend that has most of their widgets. */
export function openFile(workbench: Workbench): void {
  const input = Object.assign(document.createElement('input'), {
    type: 'file',
    accept: '.json,application/json',
    hidden: true,
  })
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file !== undefined) void openText(workbench, file)
  })
  // Outside of the page it may be collected while the user still looks for the file.
  document.body.append(input)
  for (const end of ['change', 'cancel']) input.addEventListener(end, () => input.remove())
  input.click()
}

async function openText(workbench: Workbench, file: File): Promise<void> {
  const { readApps, readJson } = await import('../connect/document-readers.ts')
  const json = readJson(await file.text(), file.name)
  const apps = json.document === undefined ? undefined : readApps(json.document)
  if (apps?.document === undefined || apps.document.length === 0) {
    const [finding] = [...json.diagnostics, ...(apps?.diagnostics ?? [])]
    workbench.say(`${file.name} has no app. ${finding?.message ?? ''} ${finding?.hint ?? ''}`.trim())
    return
  }
  for (const app of apps.document) {
    const { source: _source, ...desk } = openApp(app, findBackend(workbench, app), workbench.createId)
    workbench.desks.open(desk)
  }
}

function findBackend({ connections }: Workbench, app: WireApp): string {
  const wanted = Object.values(app.tabs).flatMap(({ layout }) => layout.map(({ i }) => i))
  const ranked = connections.entries.peek().map(({ connection, state }) => {
    const { widgets = {} } = state.peek().backend ?? {}
    return { id: connection.id, known: wanted.filter((id) => Object.hasOwn(widgets, id)).length }
  })
  return ranked.sort((a, b) => b.known - a.known)[0]?.id ?? ''
}
