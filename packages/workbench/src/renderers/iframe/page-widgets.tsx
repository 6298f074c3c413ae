import { useState } from 'preact/hooks'
import { Delegate } from '../documents/delegate.tsx'
import { Notice } from '../documents/notice.tsx'
import { MarkdownText } from '../markdown/markdown-text.tsx'
import { toText } from '../markdown/to-text.ts'
import type { RenderContext } from '../renderer.ts'
import type { PageWidget } from './read-message.ts'
import type { PageAnswer, PageBridge } from './use-page-bridge.ts'

/** The widgets that a page offers to agents. */
export interface PageWidgetsProps {
  readonly widgets: readonly PageWidget[]
  readonly ask: PageBridge['ask']
  readonly context: RenderContext
}

/** Lists the widgets inside an embedded page, and shows what an agent would get of one. */
export function PageWidgets({ widgets, ask, context }: PageWidgetsProps) {
  const [asked, setAsked] = useState<PageWidget>()
  const [answer, setAnswer] = useState<PageAnswer>()

  async function show(widget: PageWidget): Promise<void> {
    setAsked(widget)
    setAnswer(undefined)
    setAnswer(await ask(widget.widgetId))
  }

  return (
    <>
      {widgets.map((widget) => (
        <button
          key={widget.widgetId}
          type="button"
          class="document-button"
          title={widget.description}
          aria-pressed={asked?.widgetId === widget.widgetId}
          onClick={() => void show(widget)}
        >
          {widget.name}
        </button>
      ))}
      {asked !== undefined && (
        <section class="page-answer" aria-label={asked.name}>
          <header>
            <span>{asked.name}: what an agent gets of the page</span>
            <button type="button" class="document-button" onClick={() => setAsked(undefined)}>
              Close
            </button>
          </header>
          <div class="page-answer-data">
            <ShownAnswer answer={answer?.widgetId === asked.widgetId ? answer : undefined} context={context} />
          </div>
        </section>
      )}
    </>
  )
}

function ShownAnswer({ answer, context }: { answer: PageAnswer | undefined; context: RenderContext }) {
  if (answer === undefined) return <Notice title="Asking the page …" />
  if (answer.kind === 'error')
    return <Notice title={answer.error === '' ? 'The page failed' : answer.error} tone="error" />
  if (answer.dataType === 'table' && Array.isArray(answer.data)) {
    return <Delegate type="table" data={answer.data} context={context} />
  }
  return (
    <div class="document-page">
      <MarkdownText text={toText(answer.data).text} context={context} />
    </div>
  )
}
