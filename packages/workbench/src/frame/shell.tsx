import type { ComponentType } from 'preact'
import { SourceOverlay } from '../inspect/source-overlay.tsx'
import { Catalogue } from './catalogue.tsx'
import { DeskView } from './desk-view.tsx'
import { Drawer } from './drawer.tsx'
import { lazy } from './lazy.tsx'
import { Notice } from './notice.tsx'
import { TopBar } from './top-bar.tsx'
import { useKeys } from './use-keys.ts'
import { type DialogName, useWorkbench } from './workbench.ts'

const dialogs: Readonly<Record<DialogName, ComponentType>> = {
  connect: lazy(async () => (await import('./connect-dialog.tsx')).ConnectDialog),
  export: lazy(async () => (await import('./export-dialog.tsx')).ExportDialog),
  keys: lazy(async () => (await import('./keys-dialog.tsx')).KeysDialog),
  palette: lazy(async () => (await import('./palette.tsx')).Palette),
}

/** The widget of the catalogue that a pointer holds. */
function Carried() {
  const { carried } = useWorkbench()
  if (carried.value === undefined) return null
  const { widget, pointer } = carried.value
  return (
    <div class="carried" style={{ translate: `${pointer.x + 12}px ${pointer.y + 12}px` }}>
      {widget.widget.name}
    </div>
  )
}

/** The whole page. */
export function Shell() {
  const { sidebar, dialog, sourceProblem } = useWorkbench()
  useKeys()
  const Dialog = dialog.value === undefined ? undefined : dialogs[dialog.value]
  return (
    <div class={`shell${sidebar.value ? ' with-sidebar' : ''}`}>
      <TopBar />
      {sidebar.value && <Catalogue />}
      <DeskView />
      <Drawer />
      {Dialog !== undefined && <Dialog />}
      <Carried />
      <Notice />
      <SourceOverlay problem={sourceProblem} />
      <p id="keys-hint" hidden>
        Arrow keys move the widget, with Shift they resize it, with Ctrl in larger steps. Delete removes it.
      </p>
    </div>
  )
}
