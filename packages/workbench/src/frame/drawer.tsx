import { lazy } from './lazy.tsx'
import { useWorkbench } from './workbench.ts'

const Inspector = lazy(async () => (await import('../inspect/inspector.tsx')).Inspector)

/** Pixels. */
const limits = { least: 140, step: 40 }

/** The drawer at the bottom, with the inspector in it. Its upper edge is pulled, or moved with the arrow keys. */
export function Drawer() {
  const { drawer, drawerHeight } = useWorkbench()
  if (!drawer.value) return null
  const most = innerHeight - 200
  const resize = (height: number) => {
    drawerHeight.value = Math.round(Math.max(limits.least, Math.min(height, most)))
  }
  const pull = (start: PointerEvent & { readonly currentTarget: HTMLElement }) => {
    const { pointerId, clientY } = start
    const edge: HTMLElement = start.currentTarget
    const from = drawerHeight.peek()
    edge.setPointerCapture(pointerId)
    const controller = new AbortController()
    const { signal } = controller
    edge.addEventListener('pointermove', (event) => resize(from + clientY - event.clientY), { signal })
    edge.addEventListener('lostpointercapture', () => controller.abort(), { signal })
  }
  const press = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowUp: limits.step, ArrowDown: -limits.step }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    resize(drawerHeight.peek() + step)
  }
  return (
    <div class="drawer" style={{ height: `${drawerHeight.value}px` }}>
      <div
        class="drawer-edge"
        role="separator"
        aria-label="Height of the inspector"
        aria-orientation="horizontal"
        aria-valuenow={drawerHeight.value}
        aria-valuemin={limits.least}
        aria-valuemax={most}
        tabIndex={0}
        onPointerDown={pull}
        onKeyDown={press}
      />
      <Inspector />
    </div>
  )
}
