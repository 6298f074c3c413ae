import { useComputed } from '@preact/signals'
import { isBuiltInLayoutId } from 'deskwright/spec'
import type { Item } from '../desk/desk.ts'
import type { Rect } from '../desk/rect.ts'
import { BuiltIn, toBuiltInName } from './built-in.tsx'
import { FrameHeader } from './frame-header.tsx'
import type { Grip } from './grid-gesture.ts'
import { LiveFrame } from './live-frame.tsx'
import { StatePanel } from './state-panel.tsx'
import { useSeen } from './use-seen.ts'
import { useWorkbench } from './workbench.ts'

/** What a frame is told. */
export interface WidgetFrameProps {
  readonly item: Item
  /** Takes the item to another place. */
  readonly onPlace: (to: Rect) => void
  /** Starts to move or resize it with a pointer. */
  readonly onGrip: (grip: Grip, event: PointerEvent) => void
}

/** One widget on the desk, whatever state it is in. What is not on the screen yet waits until it is. */
export function WidgetFrame(props: WidgetFrameProps) {
  const { item } = props
  const workbench = useWorkbench()
  const { element, seen } = useSeen<HTMLElement>()
  const entry = useComputed(() => workbench.entryOf(item.backend)).value
  const state = entry?.state.value
  const backend = state?.backend
  const widget = backend?.widgets[item.widget]
  const isBuiltIn = widget === undefined && isBuiltInLayoutId(item.widget)
  const name = widget?.name ?? (isBuiltIn ? toBuiltInName(item.widget) : item.widget)
  const live =
    entry === undefined || backend === undefined || widget === undefined ? undefined : { entry, backend, widget }
  return (
    <article
      ref={element}
      class={`frame${workbench.inspected.value === item.id ? ' inspected' : ''}`}
      aria-label={name}
      data-type={widget?.type}
    >
      {live !== undefined && seen ? (
        <LiveFrame {...props} live={live} />
      ) : (
        <>
          <FrameHeader {...props} name={name} />
          {isBuiltIn ? (
            <BuiltIn item={item} />
          ) : live === undefined && state?.status !== 'loading' ? (
            <Absent {...props} />
          ) : (
            <StatePanel kind="loading" />
          )}
        </>
      )}
      {(['right', 'bottom', 'corner'] as const).map((grip) => (
        <div key={grip} class={`grip ${grip}`} onPointerDown={(event) => props.onGrip(grip, event)} />
      ))}
    </article>
  )
}

/** Why there is nothing to show: the backend does not have the widget, or is not there. */
function Absent({ item }: WidgetFrameProps) {
  const workbench = useWorkbench()
  const entry = workbench.entryOf(item.backend)
  if (entry === undefined) {
    return (
      <StatePanel
        kind="missing"
        title="Its backend is not connected"
        text={`This widget belongs to ${item.backend}.`}
        actions={[{ label: 'Connect a backend', onChoose: () => (workbench.dialog.value = 'connect') }]}
      />
    )
  }
  const { state, connection } = entry
  if (state.value.status === 'failed' && state.value.backend === undefined) {
    const { message, hint } = state.value.failure
    return (
      <StatePanel
        kind="failed"
        title={`${connection.name} could not be connected`}
        text={message}
        hint={hint}
        actions={[{ label: 'Try again', onChoose: () => void workbench.connections.reload(connection.id) }]}
      />
    )
  }
  return (
    <StatePanel
      kind="missing"
      title={`There is no widget "${item.widget}"`}
      text={`${connection.name} does not have it in widgets.json. In Workspace it would be left out of the app.`}
    />
  )
}
