import { setItemState } from '../desk/change-items.ts'
import type { Item } from '../desk/desk.ts'
import { StatePanel } from './state-panel.tsx'
import { useWorkbench } from './workbench.ts'

/** The titles of what Workspace brings along. */
const names: Readonly<Record<string, string>> = {
  navigation_bar: 'Navigation bar',
  clock: 'Clock',
  rss_viewer: 'RSS viewer',
  iframe: 'Web page',
}

/** The title of something that Workspace brings along. */
export function toBuiltInName(id: string): string {
  return id.startsWith('rich_note') ? 'Note' : (names[id] ?? id)
}

/** Stands for what Workspace brings along. Notes are kept with the desk and exported; the rest is drawn by Workspace only. */
export function BuiltIn({ item }: { readonly item: Item }) {
  const { desks } = useWorkbench()
  if (!item.widget.startsWith('rich_note')) {
    const text = 'Workspace draws this by itself. It keeps its place here, and is exported.'
    return <StatePanel kind="missing" title={toBuiltInName(item.widget)} text={text} />
  }
  const { text, html } = item.state.storage ?? {}
  return (
    <textarea
      class="note-text"
      aria-label="Note"
      placeholder="A note"
      value={text ?? toText(html ?? '')}
      onChange={({ currentTarget }) => {
        const storage = { text: currentTarget.value }
        desks.change((desk) => setItemState(desk, item.id, { storage }))
      }}
    />
  )
}

/** The text of a page that is never drawn. */
function toText(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent
}
