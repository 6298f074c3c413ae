import { mountComponent, type DocumentProps } from '../documents/mount-component.tsx'
import { Notice } from '../documents/notice.tsx'
import { useReports } from '../documents/use-reports.ts'
import type { Renderer } from '../renderer.ts'
import { MarkdownText } from './markdown-text.tsx'
import { toText } from './to-text.ts'

/** Shows a page of Markdown. */
export const renderer: Renderer = {
  fidelity: 'close',
  differs:
    'Formulas are drawn as MathML in the fonts of the system; pictures of other hosts load when asked for; inline SVG is left out.',
  mount: mountComponent(MarkdownPage),
}

function MarkdownPage({ data, context }: DocumentProps) {
  const { text, problems } = toText(data)
  useReports(context, problems)
  if (text.trim() === '') return <Notice title="Empty text" />
  return (
    <div class="document-page" tabIndex={0}>
      <MarkdownText text={text} context={context} />
    </div>
  )
}
