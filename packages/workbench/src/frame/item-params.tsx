import { useMemo } from 'preact/hooks'
import type { Item } from '../desk/desk.ts'
import { paramOfGroup } from '../desk/equalize-groups.ts'
import { setValues } from '../desk/set-values.ts'
import { ParamBar } from '../params/param-bar.tsx'
import { toGroupColor } from './group-color.ts'
import type { LiveWidget, Loading } from './use-loader.ts'
import { useWorkbench } from './workbench.ts'

interface ItemParamsProps {
  readonly item: Item
  readonly live: LiveWidget
  readonly loading: Loading
}

/** The params of an item. What is changed is changed in its groups; a param that is shared has the colour of its group. */
export function ItemParams({ item, live: { widget, entry, backend }, loading }: ItemParamsProps) {
  const workbench = useWorkbench()
  const host = useMemo(
    () => ({
      widget,
      client: workbench.clientOf(entry),
      store: workbench.answersOf(entry, backend),
      asker: { widget: item.widget, item: item.id },
    }),
    [widget, entry, backend, item.widget, item.id],
  )
  const groups = workbench.desks.desk.value?.groups ?? []
  const colorOf = (param: string) => {
    const group = groups.find((entry) => item.groups.includes(entry.name) && paramOfGroup(entry) === param)
    return group === undefined ? undefined : toGroupColor(group.name)
  }
  return (
    <ParamBar
      host={host}
      values={loading.values.value}
      onChange={(changed) => workbench.desks.change((desk) => setValues(desk, item.id, changed), 'values')}
      onSent={() => loading.loader.refresh()}
      colorOf={colorOf}
    />
  )
}
