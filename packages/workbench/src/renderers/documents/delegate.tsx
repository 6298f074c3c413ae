import type { WidgetTypeName } from 'deskwright/spec'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Mounted, RenderContext } from '../renderer.ts'
import { renderers } from '../renderers.ts'
import { Notice } from './notice.tsx'

/** Which renderer shows which data. */
export interface DelegateProps {
  readonly type: WidgetTypeName
  readonly data: unknown
  readonly context: RenderContext
}

/** Shows data by the renderer of another widget type: rows as a table, a figure as a chart. It is loaded when it is needed. */
export function Delegate({ type, data, context }: DelegateProps) {
  const place = useRef<HTMLDivElement>(null)
  const mounted = useRef<Mounted>(undefined)
  const latest = useRef({ data, context })
  latest.current = { data, context }
  const [missing, setMissing] = useState(false)

  useEffect(() => {
    let gone = false
    async function start(): Promise<void> {
      const module = await renderers[type]?.().catch(() => undefined)
      if (gone) return
      setMissing(module === undefined)
      if (module === undefined || place.current === null) return
      mounted.current = module.renderer.mount(place.current, latest.current.data, latest.current.context)
    }
    void start()
    const observer = new ResizeObserver(([entry]) => {
      // What is hidden has no size, and keeps the one it had.
      if (entry !== undefined && entry.contentRect.height > 0) mounted.current?.resize?.()
    })
    if (place.current !== null) observer.observe(place.current)
    return () => {
      gone = true
      observer.disconnect()
      mounted.current?.destroy()
      mounted.current = undefined
    }
  }, [type])

  useEffect(() => mounted.current?.update(data, context), [data, context])

  if (missing) return <Notice title={`Data of type ${type} cannot be shown here`} tone="error" />
  return <div ref={place} class="delegate" style={{ height: '100%', minHeight: 0 }} />
}
