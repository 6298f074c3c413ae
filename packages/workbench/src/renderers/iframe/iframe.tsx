import { useEffect, useRef, useState } from 'preact/hooks'
import { mountComponent, type DocumentProps } from '../documents/mount-component.tsx'
import { Notice } from '../documents/notice.tsx'
import { toSandbox } from '../documents/sandboxed-page.ts'
import { useRefreshes } from '../documents/use-refreshes.ts'
import { useReports } from '../documents/use-reports.ts'
import type { RenderContext, Renderer } from '../renderer.ts'
import { PageParams } from './page-params.tsx'
import { PageWidgets } from './page-widgets.tsx'
import { toPageAddress } from './to-page-address.ts'
import { usePageBridge } from './use-page-bridge.ts'
import '../documents/page-frame.css'
import './iframe.css'

/** Embeds a page and talks with it. */
export const renderer: Renderer = {
  fidelity: 'close',
  differs:
    'The page cannot steer the window or open dialogs, and is heard only while it is of the origin of its address. What it offers to agents is listed below it and can be looked at.',
  loadsItself: true,
  mount: mountComponent(IframeWidget),
}

function IframeWidget({ context }: DocumentProps) {
  const { widget, values, theme } = context
  const address = toPageAddress(context.toUrl(widget.endpoint ?? '', { ...values, theme }))
  const refusal = 'refusal' in address ? address.refusal : undefined
  useReports(context, refusal === undefined ? [] : [{ severity: 'error', message: refusal }])
  if ('refusal' in address) {
    return (
      <Notice title="The page is not shown" tone="error">
        {address.refusal}
      </Notice>
    )
  }
  return <EmbeddedPage key={`${address.origin} ${theme}`} {...address} context={context} />
}

interface EmbeddedPageProps {
  readonly url: string
  readonly origin: string
  readonly context: RenderContext
}

/** A page that announced itself is told new values; another is loaded with them again. */
function EmbeddedPage({ url, origin, context }: EmbeddedPageProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const sandbox = toSandbox(url, location.origin)
  const bridge = usePageBridge(frame, sandbox.includes('allow-same-origin') ? origin : 'null', context)
  const { offer } = bridge
  const [source, setSource] = useState(url)
  const [own, setOwn] = useState<Readonly<Record<string, string>>>({})
  const told = useRef(url)
  const refreshes = useRefreshes(context)

  useEffect(() => {
    if (url === told.current) return
    told.current = url
    if (offer === undefined) setSource(url)
    else bridge.tellValues({ ...context.values, ...own })
  }, [url])

  function setOwnValue(name: string, value: string): void {
    const values = { ...own, [name]: value }
    setOwn(values)
    bridge.tellValues({ ...context.values, ...values })
  }

  return (
    <div class="embedded-page">
      <iframe
        key={refreshes}
        ref={frame}
        class="page-frame"
        title={context.widget.name}
        src={source}
        sandbox={sandbox}
        allow="clipboard-write; fullscreen"
        referrerpolicy="strict-origin-when-cross-origin"
      />
      {offer !== undefined && offer.widgets.length + offer.params.length > 0 && (
        <div class="page-bar">
          <PageParams params={offer.params} values={own} set={setOwnValue} />
          <PageWidgets widgets={offer.widgets} ask={bridge.ask} context={context} />
        </div>
      )}
    </div>
  )
}
