import { type ReadonlySignal, useSignal, useSignalEffect } from '@preact/signals'
import type { WireWidget } from 'deskwright/spec'
import { useEffect, useRef } from 'preact/hooks'
import { setItemState } from '../desk/change-items.ts'
import { setValues } from '../desk/set-values.ts'
import type { Item, Values } from '../desk/desk.ts'
import type { Mounted, RenderContext, Renderer } from '../renderers/renderer.ts'
import { toEntries } from '../requests/connection.ts'
import type { LiveWidget, Loading } from './use-loader.ts'
import { sendToAgent } from './sent-text.ts'
import { startReports } from './start-reports.ts'
import { useWorkbench } from './workbench.ts'

/** What the body of a frame is told. */
export interface FrameBodyProps {
  readonly item: Item
  readonly live: LiveWidget
  readonly loading: Loading
  readonly renderer: Renderer
  /** Gives the widget on the screen, for its menu. */
  readonly onMounted: (mounted: Mounted | undefined) => void
}

/** Gives the renderer of a widget its element, and tells it of new data, another theme and another size. */
export function FrameBody({ item, live, loading, renderer, onMounted }: FrameBodyProps) {
  const workbench = useWorkbench()
  const element = useRef<HTMLDivElement>(null)
  const mounted = useRef<Mounted | undefined>(undefined)
  const broken = useSignal<string | undefined>(undefined)
  const { loader } = loading

  useSignalEffect(() => {
    const host = element.current
    const { status, data, heavy, raw, values = {} } = loader.state.value
    const hasData = renderer.loadsItself === true ? status !== 'waiting' : data !== undefined
    if (host === null || !hasData) return
    const report = startReports(workbench, item.id)
    if (heavy !== undefined) report(heavy)
    const context = toContext(raw, values, workbench.theme.shown, report)
    try {
      if (mounted.current === undefined) {
        mounted.current = renderer.mount(host, data, context)
        onMounted(mounted.current)
      } else {
        mounted.current.update(data, context)
      }
      broken.value = undefined
    } catch (error) {
      broken.value = error instanceof Error ? error.message : String(error)
    }
  })

  useEffect(() => {
    const host = element.current
    if (host === null) return
    const observer = new ResizeObserver(() => {
      // A hidden element has no size: what is in it keeps its own until it is shown.
      if (host.clientWidth > 0 && host.clientHeight > 0) mounted.current?.resize?.()
    })
    observer.observe(host)
    return () => {
      observer.disconnect()
      mounted.current?.destroy()
      mounted.current = undefined
      onMounted(undefined)
    }
  }, [loader, renderer])

  const toContext = (
    raw: boolean,
    values: RenderContext['values'],
    theme: ReadonlySignal<'dark' | 'light'>,
    report: RenderContext['report'],
  ): RenderContext => {
    const client = workbench.clientOf(live.entry)
    const asker = { purpose: 'renderer', widget: item.widget, item: item.id } as const
    return {
      widget: live.widget as WireWidget,
      theme: theme.value,
      raw,
      values,
      setValues: (changed) => workbench.desks.change((desk) => setValues(desk, item.id, changed as Values), 'values'),
      state: item.state,
      keepState: (changed) => workbench.desks.change((desk) => setItemState(desk, item.id, changed), 'values'),
      request: (path, options) => client.request(path, options, asker),
      toUrl: (path, query) => client.toUrl(path, query),
      headers: toEntries(live.entry.connection, 'headers'),
      connect: (path) => client.connect(path, asker),
      refresh: () => loader.refresh(),
      sendToAgent: (text, agentId) => sendToAgent(workbench, item, live, text, agentId),
      report,
    }
  }

  return (
    <>
      <div class="frame-content" ref={element} hidden={broken.value !== undefined} />
      {broken.value !== undefined && (
        <div class="state-panel failed" role="alert">
          <strong>The renderer of this widget type failed</strong>
          <p>{broken.value}</p>
        </div>
      )}
    </>
  )
}
