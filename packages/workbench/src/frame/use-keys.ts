import { useEffect } from 'preact/hooks'
import { useWorkbench } from './workbench.ts'

/** Listens to the keys that work everywhere on the page. */
export function useKeys(): void {
  const workbench = useWorkbench()
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const command = event.ctrlKey || event.metaKey
      const key = event.key.toLowerCase()
      const isTyping =
        (event.target as HTMLElement).closest?.('input, textarea, select, [contenteditable=true]') !== null
      const { dialog, sidebar, drawer, desks } = workbench
      const actions: Readonly<Record<string, () => void>> = {
        ...(command
          ? {
              k: () => (dialog.value = dialog.value === 'palette' ? undefined : 'palette'),
              b: () => (sidebar.value = !sidebar.value),
              j: () => (drawer.value = !drawer.value),
              ...(isTyping ? {} : { z: () => desks.undo() }),
            }
          : isTyping
            ? {}
            : { '?': () => (dialog.value = 'keys') }),
      }
      const act = actions[key]
      if (act === undefined || event.altKey) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [workbench])
}
