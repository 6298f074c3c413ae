import { useLayoutEffect } from 'preact/hooks'
import { useWorkbench } from './workbench.ts'

type Actions = Readonly<Record<string, () => void>>

/** Listens to the keys that work everywhere on the page. */
export function useKeys(): void {
  const workbench = useWorkbench()
  // Before the page is painted: whoever sees it may press a key.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      const isTyping =
        (event.target as HTMLElement).closest?.('input, textarea, select, [contenteditable=true]') !== null
      const { dialog, sidebar, drawer, desks } = workbench
      const anywhere: Actions = {
        k: () => (dialog.value = dialog.value === 'palette' ? undefined : 'palette'),
        b: () => (sidebar.value = !sidebar.value),
        j: () => (drawer.value = !drawer.value),
      }
      const outsideOfFields: Actions = command ? { z: () => desks.undo() } : { '?': () => (dialog.value = 'keys') }
      const actions = { ...(command ? anywhere : {}), ...(isTyping ? {} : outsideOfFields) }
      const act = (actions as Actions)[key]
      if (act === undefined || event.altKey) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [workbench])
}
