import { useEffect, useRef, useState } from 'preact/hooks'
import type { RenderContext } from '../renderer.ts'
import { readMessage, type PageMessage, type PageParam, type PageWidget } from './read-message.ts'

/** What a page offers, and how to talk with it. */
export interface PageBridge {
  /** What the page announced; `undefined` until it does. */
  readonly offer: { readonly widgets: readonly PageWidget[]; readonly params: readonly PageParam[] } | undefined
  /** Asks the page for the data of one of its widgets. */
  readonly ask: (widgetId: string) => Promise<PageAnswer>
  /** Tells the page the values of the bar. */
  readonly tellValues: (values: Readonly<Record<string, unknown>>) => void
}

/** What a page answers about one of its widgets. */
export type PageAnswer = Extract<PageMessage, { kind: 'data' | 'error' }>

/** Milliseconds; Workspace waits as long. */
const patience = 10_000

/**
 * Talks with the page in a frame. Only the frame's own window is heard, and only while it shows a page of its address's origin; what
 * is told goes to that origin only.
 */
export function usePageBridge(
  frame: { readonly current: HTMLIFrameElement | null },
  origin: string,
  context: RenderContext,
): PageBridge {
  const latest = useRef(context)
  latest.current = context
  const [offer, setOffer] = useState<PageBridge['offer']>()
  const waiting = useRef(new Map<string, (answer: PageAnswer) => void>())

  function tell(message: Readonly<Record<string, unknown>>): void {
    frame.current?.contentWindow?.postMessage(message, origin === 'null' ? '*' : origin)
  }

  useEffect(() => {
    setOffer(undefined)
    const reported = new Set<string>()
    const reportOnce = (message: string): void => {
      if (reported.has(message) || reported.size > 20) return
      reported.add(message)
      latest.current.report({ severity: 'warning', message })
    }
    function receive({ source, origin: from, data }: MessageEvent<unknown>): void {
      if (source === null || source !== frame.current?.contentWindow) return
      const message = readMessage(data)
      if (message === undefined) return
      if (from !== origin) return reportOnce(`A message of ${from} was not heard: the widget's page is of ${origin}.`)
      hear(message)
    }
    function hear(message: PageMessage): void {
      if (message.kind === 'connect') {
        setOffer(message)
        const { headers } = latest.current
        if (Object.keys(headers).length > 0 && origin !== 'null') tell({ type: 'openbb-auth', headers })
      } else if (message.kind === 'update') latest.current.setValues(message.values)
      else if (message.kind === 'agent') latest.current.sendToAgent(message.text.slice(0, 100_000))
      else if (message.kind === 'wrong') reportOnce(`The page sent what Workspace cannot read: ${message.why}`)
      else waiting.current.get(message.widgetId)?.(message)
    }
    window.addEventListener('message', receive)
    return () => window.removeEventListener('message', receive)
  }, [origin])

  async function ask(widgetId: string): Promise<PageAnswer> {
    const answer = new Promise<PageAnswer>((resolve) => {
      const timer = setTimeout(
        () => resolve({ kind: 'error', widgetId, error: 'The page did not answer within 10 seconds.' }),
        patience,
      )
      waiting.current.set(widgetId, (given) => {
        clearTimeout(timer)
        resolve(given)
      })
    })
    tell({ type: 'openbb-request', widgetId })
    return await answer.finally(() => waiting.current.delete(widgetId))
  }

  return { offer, ask, tellValues: (values) => tell({ type: 'openbb-params-update', params: values }) }
}
