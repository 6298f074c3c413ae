import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { DeskMenu } from './desk-menu.tsx'
import { useWorkbench } from './workbench.ts'

const themes = { system: 'dark', dark: 'light', light: 'system' } as const

/** The bar above everything: which desk this is, and what can be done with it. */
export function TopBar() {
  const { sidebar, dialog, desks, theme, drawer, log } = useWorkbench()
  const choice = theme.choice.value
  const open = (name: 'palette' | 'export' | 'keys') => () => (dialog.value = name)
  return (
    <header class="top-bar">
      <IconButton
        icon="panel"
        label="Catalogue (Ctrl+B)"
        pressed={sidebar.value}
        onClick={() => (sidebar.value = !sidebar.value)}
      />
      <h1>Workbench</h1>
      <DeskMenu />
      <button type="button" class="search-button" onClick={open('palette')}>
        <Icon name="search" />
        <span>Find a widget, an app, a command</span>
        <kbd>Ctrl K</kbd>
      </button>
      <div class="top-tools" role="toolbar" aria-label="Desk">
        <IconButton
          icon="undo"
          label="Take back (Ctrl+Z)"
          disabled={!desks.canUndo.value}
          onClick={() => desks.undo()}
        />
        <button type="button" class="quiet-button" disabled={desks.desk.value === undefined} onClick={open('export')}>
          <Icon name="download" />
          <span>Export apps.json</span>
        </button>
        <button
          type="button"
          class="quiet-button"
          aria-pressed={drawer.value}
          title="Inspector (Ctrl+J)"
          onClick={() => (drawer.value = !drawer.value)}
        >
          <Icon name="inspect" />
          <span>Inspect</span>
          <small>{log.entries.value.length}</small>
        </button>
        <IconButton
          icon={theme.shown.value === 'dark' ? 'moon' : 'sun'}
          label={`Theme: ${choice}. Change to ${themes[choice]}`}
          onClick={() => theme.choose(themes[choice])}
        />
        <IconButton icon="help" label="Keys (?)" onClick={open('keys')} />
      </div>
    </header>
  )
}
