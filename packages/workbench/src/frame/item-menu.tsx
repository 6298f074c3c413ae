import { duplicateItem, sendToTab } from '../desk/change-items.ts'
import type { Item } from '../desk/desk.ts'
import { Menu, type MenuEntry } from './menu.tsx'
import { removeFromDesk } from './remove-from-desk.ts'
import { useWorkbench } from './workbench.ts'

/** What can be done with an item, beside what its widget offers. */
export function ItemMenu(props: {
  readonly item: Item
  readonly name: string
  readonly entries: readonly MenuEntry[]
}) {
  const { item, name, entries } = props
  const workbench = useWorkbench()
  const { desks } = workbench
  const inspect = () => {
    workbench.inspected.value = item.id
    workbench.drawer.value = true
  }
  const toEntries = (): readonly (readonly MenuEntry[])[] => {
    const here = desks.tab.value?.id
    const others = (desks.desk.value?.tabs ?? []).filter(({ id }) => id !== here)
    return [
      [...entries, { label: 'Inspect', detail: 'requests, payload, problems', icon: 'inspect', onChoose: inspect }],
      others.map(({ id, name }) => ({
        label: `Move to ${name || 'the first tab'}`,
        onChoose: () => desks.change((desk) => sendToTab(desk, item.id, id)),
      })),
      [
        {
          label: 'Duplicate',
          icon: 'copy',
          onChoose: () => desks.change((desk) => duplicateItem(desk, item.id, workbench.createId())),
        },
        {
          label: 'Remove',
          icon: 'close',
          onChoose: () => removeFromDesk(workbench, item.id, name),
        },
      ],
    ]
  }
  return <Menu label={`${name}: more`} entries={toEntries} />
}
