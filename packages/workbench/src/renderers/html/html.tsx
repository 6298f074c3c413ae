import { useEffect, useMemo, useRef } from 'preact/hooks'
import { Delegate } from '../documents/delegate.tsx'
import { mountComponent, type DocumentProps } from '../documents/mount-component.tsx'
import { Notice } from '../documents/notice.tsx'
import { sentPageSandbox } from '../documents/sandboxed-page.ts'
import { useReports } from '../documents/use-reports.ts'
import { toText } from '../markdown/to-text.ts'
import type { Renderer } from '../renderer.ts'
import { readUpdate } from './read-update.ts'
import { toPage, updateType } from './to-page.ts'
import '../documents/page-frame.css'

/** Characters. A page of more than that makes its own frame slow, not ours. */
const longest = 20_000_000

/** Shows a page that the backend sends. */
export const renderer: Renderer = {
  fidelity: 'close',
  differs:
    'Scripts run in an origin of their own: without storage, dialogs, downloads or the page around them. A page without colours gets those of the theme.',
  mount: mountComponent(HtmlWidget),
}

function HtmlWidget({ data, context }: DocumentProps) {
  if (context.raw) return <Delegate type="table" data={toRows(data)} context={context} />
  return <SentPage data={data} context={context} />
}

function SentPage({ data, context }: DocumentProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const latest = useRef(context)
  latest.current = context
  const token = useMemo(() => crypto.randomUUID(), [])
  const { text, problems } = toText(data)
  const isLong = text.length > longest
  useReports(context, problems)

  useEffect(() => {
    function receive({ source, data: message }: MessageEvent<unknown>): void {
      if (source === null || source !== frame.current?.contentWindow) return
      const { type, token: told, detail } = Object(message) as Record<string, unknown>
      if (type !== updateType || told !== token) return
      const values = readUpdate(detail)
      if (values !== undefined) return latest.current.setValues(values)
      latest.current.report({
        severity: 'warning',
        message: 'The page sent an event to set params that has none.',
        hint: `Dispatch a CustomEvent "${updateType}" whose detail has params: {name: value}.`,
      })
    }
    window.addEventListener('message', receive)
    return () => window.removeEventListener('message', receive)
  }, [])

  if (text.trim() === '') return <Notice title="Empty page" />
  if (problems.length > 0) return <Notice title="This is no page" tone="error" children={problems[0]!.hint} />
  if (isLong)
    return <Notice title={`A page of ${text.length.toLocaleString('en')} characters is not shown`} tone="error" />
  return (
    <iframe
      ref={frame}
      class="page-frame"
      title={context.widget.name}
      sandbox={sentPageSandbox}
      referrerpolicy="no-referrer"
      srcdoc={toPage(text, token, context.theme)}
    />
  )
}

/** The raw answer is rows, or rows under `results`. */
function toRows(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'results' in data ? data.results : data
}
