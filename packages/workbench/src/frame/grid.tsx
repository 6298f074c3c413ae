import { useSignal } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import { dropWidget, limitsOf, moveItem } from '../desk/change-items.ts'
import type { Item, Tab } from '../desk/desk.ts'
import { limitRect } from '../desk/limit-rect.ts'
import { placeItem } from '../desk/place-item.ts'
import { inReadingOrder, type Rect, toBottom } from '../desk/rect.ts'
import { followPointer, type Grip } from './grid-gesture.ts'
import { WidgetFrame } from './widget-frame.tsx'
import { useWorkbench } from './workbench.ts'

interface Drag {
  readonly id: string
  readonly grip: Grip
  readonly offset: { readonly x: number; readonly y: number }
  /** Where everything would be when the pointer is let go. */
  readonly items: readonly Item[]
}

/** The widgets of a tab. They are moved by their titles and resized by their edges, with a pointer or with the arrow keys. */
export function Grid({ tab }: { readonly tab: Tab }) {
  const workbench = useWorkbench()
  const grid = useRef<HTMLDivElement>(null)
  const drag = useSignal<Drag | undefined>(undefined)
  const order = useOrder(tab)
  const dropped = useDropped(tab)
  const shown = drag.value?.items ?? dropped ?? tab.items
  const place = (id: string, to: Rect) => {
    const item = tab.items.find((entry) => entry.id === id)
    if (item === undefined) return
    workbench.desks.change((desk) => moveItem(desk, id, to, limitsOf(item, workbench.widgetOf(item))))
  }

  const startDrag = (item: Item, grip: Grip, event: PointerEvent) => {
    const element = grid.current
    const cell = (event.currentTarget as HTMLElement).closest<HTMLElement>('.cell')
    if (element === null || cell === null || event.button !== 0) return
    event.preventDefault()
    const limits = limitsOf(item, workbench.widgetOf(item))
    followPointer(event, {
      from: item,
      grip,
      grid: element,
      rowHeight: cell.offsetHeight / item.h,
      onStep({ to, offset }) {
        const items = placeItem(tab.items, item.id, limitRect(to, limits))
        drag.value = { id: item.id, grip, offset, items }
      },
      onEnd(step) {
        drag.value = undefined
        if (step !== undefined) place(item.id, step.to)
      },
    })
  }

  const moving = drag.value
  return (
    <div
      class={`grid${moving === undefined && dropped === undefined ? '' : ' dragging'}`}
      ref={grid}
      style={{ '--rows': toBottom(shown) }}
    >
      {order.map((id) => {
        const item = shown.find((entry) => entry.id === id)
        const real = tab.items.find((entry) => entry.id === id)
        if (item === undefined || real === undefined) return null
        const held = moving?.id === id
        const { x, y, w, h } = held && moving.grip === 'move' ? real : item
        const lift = held && moving.grip === 'move' ? { translate: `${moving.offset.x}px ${moving.offset.y}px` } : {}
        return (
          <div
            key={id}
            class={`cell${held ? ' held' : ''}`}
            data-item={id}
            style={{ '--x': x, '--y': y, '--w': w, '--h': h, ...lift }}
          >
            <WidgetFrame
              item={real}
              onPlace={(to) => place(id, to)}
              onGrip={(grip, event) => startDrag(real, grip, event)}
            />
          </div>
        )
      })}
      {moving?.grip === 'move' && <Target items={moving.items} id={moving.id} />}
      {dropped !== undefined && <Target items={dropped} id={droppedId} />}
    </div>
  )
}

const droppedId = 'dropped'

/** The items as they would be if the widget that a pointer carries were let go here. */
function useDropped(tab: Tab): readonly Item[] | undefined {
  const { carried, desks } = useWorkbench()
  const { widget, to } = carried.value ?? {}
  const desk = desks.desk.value
  if (widget === undefined || to === undefined || desk === undefined) return undefined
  const changed = dropWidget(desk, tab.id, widget, droppedId, to)
  return changed.tabs.find(({ id }) => id === tab.id)?.items
}

/** Shows where the item that is held will lie. */
function Target({ items, id }: { readonly items: readonly Item[]; readonly id: string }) {
  const item = items.find((entry) => entry.id === id)
  if (item === undefined) return null
  return <div class="target" style={{ '--x': item.x, '--y': item.y, '--w': item.w, '--h': item.h }} />
}

/**
 * The order of the elements: as people read when the tab is opened, new ones at the end. It is kept while widgets move, as
 * moving an element would load the pages inside it again.
 */
function useOrder(tab: Tab): readonly string[] {
  const kept = useRef<{ readonly tab: string; readonly ids: readonly string[] }>({ tab: '', ids: [] })
  return useMemo(() => {
    const present = tab.items.map(({ id }) => id)
    const before = kept.current.tab === tab.id ? kept.current.ids.filter((id) => present.includes(id)) : []
    const fresh = inReadingOrder(tab.items).map(({ id }) => id)
    const ids = [...before, ...fresh.filter((id) => !before.includes(id))]
    kept.current = { tab: tab.id, ids }
    return ids
  }, [tab])
}
