import type { Item } from '../desk/desk.ts'
import { leaveGroup, linkItems, toLinks } from '../desk/groups.ts'
import { toGroupColor, toGroupNumber } from './group-color.ts'
import { Icon } from './icon.tsx'
import { Menu, type MenuEntry } from './menu.tsx'
import { useWorkbench } from './workbench.ts'

/** The groups of an item in their colours. The menu behind them links params with those of other widgets, and takes them apart. */
export function GroupMarks({ item }: { readonly item: Item }) {
  const workbench = useWorkbench()
  const desk = workbench.desks.desk.value
  if (desk === undefined) return null
  const links = toLinks(desk, item.id, workbench.widgetOf)
  const sends = item.groups.filter((name) => !links.some(({ group }) => group?.name === name))
  if (links.length === 0 && item.groups.length === 0) return null

  const isIn = (id: string, group: string) =>
    desk.tabs.some(({ items }) => items.some((entry) => entry.id === id && entry.groups.includes(group)))
  const linked = links.map(({ param, group, items }): MenuEntry => {
    const label = param.label ?? param.paramName
    const members = group === undefined ? items : items.filter((id) => isIn(id, group.name))
    const change = () =>
      workbench.desks.change((desk) =>
        group === undefined ? linkItems(desk, param, items) : leaveGroup(desk, item.id, group.name),
      )
    return group === undefined
      ? { label: `Link ${label}`, detail: `with ${items.length - 1} more`, icon: 'link', onChoose: change }
      : {
          label: `${label} · ${group.name}`,
          detail: `${members.length} widgets move together`,
          color: toGroupColor(group.name),
          checked: true,
          onChoose: change,
        }
  })
  const sending = sends.map((name): MenuEntry => ({
    label: `${desk.groups.find((group) => group.name === name)?.paramName ?? 'ticker'} · ${name}`,
    detail: 'only sends a value',
    color: toGroupColor(name),
    checked: true,
    onChoose: () => workbench.desks.change((desk) => leaveGroup(desk, item.id, name)),
  }))

  const label = item.groups.length === 0 ? 'Link params' : `Linked: ${item.groups.join(', ')}`
  return (
    <Menu label={label} entries={() => [linked, sending]}>
      <span class="spoken">{label}</span>
      <span class="group-marks" aria-hidden="true">
        {item.groups.length === 0 && <Icon name="link" />}
        {item.groups.map((name) => (
          <b key={name} style={{ '--group': toGroupColor(name) }}>
            {toGroupNumber(name)}
          </b>
        ))}
      </span>
    </Menu>
  )
}
