import { gridColumns } from 'deskwright/spec'
import type { Rect } from '../desk/rect.ts'

/** How a pointer takes hold of an item. */
export type Grip = 'move' | 'right' | 'bottom' | 'corner'

/** Where a gesture stands. */
export interface GestureStep {
  /** The place it points at, in cells; not yet legal. */
  readonly to: Rect
  /** How far the pointer is from where it started, in pixels of the desk. */
  readonly offset: { readonly x: number; readonly y: number }
  /** Where the pointer is, in the window. */
  readonly pointer: { readonly x: number; readonly y: number }
  /** Whether the pointer is over the desk. */
  readonly inside: boolean
}

/** What a gesture is told, and tells. */
export interface GestureOptions {
  readonly from: Rect
  readonly grip: Grip
  /** The element that the items are placed in. */
  readonly grid: HTMLElement
  /** Pixels. */
  readonly rowHeight: number
  readonly onStep: (step: GestureStep) => void
  /** Called once: with the last step, or with nothing when Escape or the system ended it. */
  readonly onEnd: (step: GestureStep | undefined) => void
}

/** Pixels that a pointer moves before it means it. */
const slack = 4
/** Pixels from the edge of the desk at which it scrolls, and how fast at most. */
const edge = { size: 48, speed: 18 }

/** Follows a pointer that moves or resizes an item, until it is let go. The desk scrolls when the pointer is near its edge. */
export function followPointer(
  start: PointerEvent,
  { from, grip, grid, rowHeight, onStep, onEnd }: GestureOptions,
): void {
  const scroller = grid.parentElement as HTMLElement
  const begin = { x: start.clientX, y: start.clientY + scroller.scrollTop }
  let pointer = { x: start.clientX, y: start.clientY }
  let step: GestureStep | undefined
  let frame = 0
  const controller = new AbortController()

  const toStep = (): GestureStep => {
    const offset = { x: pointer.x - begin.x, y: pointer.y + scroller.scrollTop - begin.y }
    const columns = Math.round(offset.x / (grid.clientWidth / gridColumns))
    const rows = Math.round(offset.y / rowHeight)
    const { left, right, top, bottom } = scroller.getBoundingClientRect()
    const inside = pointer.x >= left && pointer.x <= right && pointer.y >= top && pointer.y <= bottom
    return { offset, pointer, inside, to: toRect(from, grip, columns, rows) }
  }
  const tick = () => {
    const { top, bottom, left } = scroller.getBoundingClientRect()
    const beside = pointer.x < left
    const over = beside ? 0 : Math.max(0, pointer.y - (bottom - edge.size)) - Math.max(0, top + edge.size - pointer.y)
    scroller.scrollTop += Math.max(-1, Math.min(1, over / edge.size)) * edge.speed
    step = toStep()
    onStep(step)
    frame = requestAnimationFrame(tick)
  }
  const end = (kept: boolean) => {
    cancelAnimationFrame(frame)
    controller.abort()
    onEnd(kept ? step : undefined)
  }

  const { signal } = controller
  addEventListener(
    'pointermove',
    ({ clientX, clientY, pointerId }) => {
      if (pointerId !== start.pointerId) return
      pointer = { x: clientX, y: clientY }
      const moved = Math.hypot(clientX - start.clientX, clientY - start.clientY) > slack
      if (frame === 0 && moved) frame = requestAnimationFrame(tick)
    },
    { signal },
  )
  addEventListener(
    'pointerup',
    () => {
      if (step !== undefined) step = toStep()
      end(true)
    },
    { signal },
  )
  addEventListener('pointercancel', () => end(false), { signal })
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      end(false)
    },
    { signal, capture: true },
  )
}

function toRect(from: Rect, grip: Grip, columns: number, rows: number): Rect {
  if (grip === 'move') return { ...from, x: from.x + columns, y: from.y + rows }
  return {
    ...from,
    w: grip === 'bottom' ? from.w : from.w + columns,
    h: grip === 'right' ? from.h : from.h + rows,
  }
}
