import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { addTab, moveTab, removeTab, renameTab } from '../desk/change-tabs.ts'
import type { Desk, Tab } from '../desk/desk.ts'
import { IconButton } from './icon-button.tsx'
import { Menu } from './menu.tsx'
import { NameField } from './name-field.tsx'
import { useWorkbench } from './workbench.ts'

/** The tabs of a desk: arrows go from one to the next, F2 renames one. */
export function TabBar({ desk, tab }: { readonly desk: Desk; readonly tab: Tab }) {
  const { desks } = useWorkbench()
  const bar = useRef<HTMLDivElement>(null)
  const renaming = useSignal<string | undefined>(undefined)
  const at = desk.tabs.findIndex(({ id }) => id === tab.id)
  const several = desk.tabs.length > 1

  const go = (step: number) => {
    const next = desk.tabs.at((at + step) % desk.tabs.length)
    if (next === undefined) return
    desks.showTab(next.id)
    bar.current?.querySelectorAll<HTMLElement>('[role=tab]')[desk.tabs.indexOf(next)]?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }
    const step = steps[event.key]
    if (step !== undefined) go(step)
    else if (event.key === 'F2') renaming.value = tab.id
    else return
    event.preventDefault()
  }
  const add = () => {
    desks.change((desk) => addTab(desk, `Tab ${desk.tabs.length + 1}`))
    const added = desks.desk.peek()?.tabs.at(-1)
    if (added !== undefined) desks.showTab(added.id)
  }
  const finish = (name: string) => {
    renaming.value = undefined
    if (name !== tab.name) desks.change((desk) => renameTab(desk, tab.id, name))
  }

  return (
    <nav class="tab-bar" aria-label="Tabs">
      <div class="tabs" role="tablist" aria-label={desk.name} ref={bar} onKeyDown={press}>
        {desk.tabs.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            role="tab"
            aria-selected={id === tab.id}
            aria-controls="tab-panel"
            tabIndex={id === tab.id ? 0 : -1}
            onClick={() => desks.showTab(id)}
            onDblClick={() => (renaming.value = id)}
          >
            {name || desk.name}
          </button>
        ))}
      </div>
      <IconButton icon="add" label="Add a tab" onClick={add} />
      <Menu
        label="This tab"
        entries={() => [
          [
            { label: 'Rename', detail: 'F2', onChoose: () => (renaming.value = tab.id) },
            ...(several && at > 0
              ? [{ label: 'Move left', onChoose: () => desks.change((desk) => moveTab(desk, tab.id, at - 1)) }]
              : []),
            ...(several && at < desk.tabs.length - 1
              ? [{ label: 'Move right', onChoose: () => desks.change((desk) => moveTab(desk, tab.id, at + 1)) }]
              : []),
            ...(several ? [{ label: 'Remove', onChoose: () => desks.change((desk) => removeTab(desk, tab.id)) }] : []),
          ],
        ]}
      />
      {/* Behind the buttons: leaving it by a click on one of them may not move that one away. */}
      {renaming.value === tab.id && <NameField label="Name of the tab" name={tab.name} onDone={finish} />}
    </nav>
  )
}
