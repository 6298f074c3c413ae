import { Catalogue } from './catalogue.tsx'
import { ConnectDialog } from './connect-dialog.tsx'
import { DeskView } from './desk-view.tsx'
import { ExportDialog } from './export-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { Notice } from './notice.tsx'
import { Palette } from './palette.tsx'
import { TopBar } from './top-bar.tsx'
import { useKeys } from './use-keys.ts'
import { useWorkbench } from './workbench.ts'

/** The whole page. */
export function Shell() {
  const { sidebar, dialog } = useWorkbench()
  useKeys()
  return (
    <div class={`shell${sidebar.value ? ' with-sidebar' : ''}`}>
      <TopBar />
      {sidebar.value && <Catalogue />}
      <DeskView />
      {dialog.value === 'palette' && <Palette />}
      {dialog.value === 'connect' && <ConnectDialog />}
      {dialog.value === 'export' && <ExportDialog />}
      {dialog.value === 'keys' && <KeysDialog />}
      <Notice />
      <p id="keys-hint" hidden>
        Arrow keys move the widget, with Shift they resize it, with Ctrl in larger steps. Delete removes it.
      </p>
    </div>
  )
}
