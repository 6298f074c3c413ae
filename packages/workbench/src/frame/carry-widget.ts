import { limitsOfWidget, usualSize, type WidgetOf } from '../desk/change-items.ts'
import { limitRect } from '../desk/limit-rect.ts'
import type { Rect } from '../desk/rect.ts'
import { followPointer } from './grid-gesture.ts'
import { placeOnDesk } from './add-to-desk.ts'
import type { Workbench } from './workbench.ts'

/** A widget of the catalogue that a pointer holds. */
export interface Carried {
  readonly widget: WidgetOf
  /** Where the pointer is, in the window. */
  readonly pointer: { readonly x: number; readonly y: number }
  /** Where the widget would lie; absent while the pointer is not over the desk. */
  readonly to?: Rect
}

/** Pixels that a pointer moves before it means it. */
const slack = 6

/**
 * Lets a pointer carry a widget from the catalogue to the desk, where it lies as its shadow shows when it is let go. Escape,
 * and letting go elsewhere, put it back. A pointer that does not move is a click.
 */
export function carryWidget(workbench: Workbench, widget: WidgetOf, start: PointerEvent): void {
  if (start.button !== 0 || workbench.desks.desk.peek() === undefined) return
  const controller = new AbortController()
  const { signal } = controller
  const give = () => controller.abort()
  addEventListener('pointerup', give, { signal })
  addEventListener('pointercancel', give, { signal })
  addEventListener(
    'pointermove',
    ({ clientX, clientY, pointerId }) => {
      if (pointerId !== start.pointerId) return
      if (Math.hypot(clientX - start.clientX, clientY - start.clientY) < slack) return
      give()
      workbench.carried.value = { widget, pointer: { x: clientX, y: clientY } }
      // An empty desk has its grid from now on.
      requestAnimationFrame(() => follow(workbench, widget, start))
    },
    { signal },
  )
}

function follow(workbench: Workbench, widget: WidgetOf, start: PointerEvent): void {
  const grid = document.querySelector<HTMLElement>('.desk-scroll > .grid')
  if (grid === null || workbench.carried.peek() === undefined) {
    workbench.carried.value = undefined
    return
  }
  const { fontSize } = getComputedStyle(document.documentElement)
  const rowHeight = parseFloat(getComputedStyle(grid).getPropertyValue('--row')) * parseFloat(fontSize)
  const { left, top, width } = grid.getBoundingClientRect()
  const limits = limitsOfWidget(widget.widget)
  const { w, h } = limitRect({ x: 0, y: 0, ...usualSize(widget.widget) }, limits)
  // The pointer holds the widget by its title.
  const x = Math.round((start.clientX - left) / (width / 40)) - 2
  const y = Math.round((start.clientY - top) / rowHeight - 0.5)
  // What ends on the button that it began on would be a click there.
  const click = (event: MouseEvent) => event.stopPropagation()
  addEventListener('click', click, { capture: true })
  followPointer(start, {
    from: { x, y, w, h },
    grip: 'move',
    grid,
    rowHeight,
    onStep: ({ to, pointer, inside }) => {
      workbench.carried.value = { widget, pointer, ...(inside ? { to: limitRect(to, limits) } : {}) }
    },
    onEnd(step) {
      workbench.carried.value = undefined
      setTimeout(() => removeEventListener('click', click, { capture: true }))
      if (step?.inside === true) placeOnDesk(workbench, widget, limitRect(step.to, limits))
    },
  })
}
