import { paramsOf } from 'deskwright/spec'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Delegate } from '../documents/delegate.tsx'
import { mountComponent, type DocumentProps } from '../documents/mount-component.tsx'
import { Notice } from '../documents/notice.tsx'
import { toPlainContext } from '../documents/to-plain-context.ts'
import { useRefreshes } from '../documents/use-refreshes.ts'
import { useReports } from '../documents/use-reports.ts'
import { MarkdownText } from '../markdown/markdown-text.tsx'
import { toText } from '../markdown/to-text.ts'
import type { RenderContext, Renderer } from '../renderer.ts'
import { askOmni, type OmniResult } from './ask-omni.ts'
import { CitationList } from './citation-list.tsx'
import { PromptForm } from './prompt-form.tsx'
import './omni.css'

/** Asks by a prompt and shows the answer: text, a table or a chart. */
export const renderer: Renderer = {
  fidelity: 'close',
  differs: 'Nothing is asked before there is a prompt; it is written into a plain box, whatever its language.',
  loadsItself: true,
  mount: mountComponent(Omni),
}

function Omni({ context }: DocumentProps) {
  const { prompt: sent, ...others } = context.values
  const param = paramsOf(context.widget).find(({ paramName }) => paramName === 'prompt')
  const first = typeof sent === 'string' ? sent : typeof param?.value === 'string' ? param.value : ''
  const [asked, setAsked] = useState(first === '' ? undefined : first)
  const [result, setResult] = useState<OmniResult>()
  const [isAsking, setIsAsking] = useState(false)
  const refreshes = useRefreshes(context)
  const control = useRef<AbortController>(undefined)

  async function ask(prompt: string): Promise<void> {
    control.current?.abort()
    const { signal } = (control.current = new AbortController())
    setAsked(prompt)
    setIsAsking(true)
    const answer = await askOmni(prompt, context, signal).catch(() => undefined)
    if (signal.aborted) return
    setIsAsking(false)
    setResult(answer)
  }

  // Other params that change ask the last prompt again; one that comes from elsewhere is a new one.
  useEffect(() => {
    if (asked !== undefined) void ask(asked)
  }, [JSON.stringify(others), refreshes])
  useEffect(() => {
    if (first !== '' && first !== asked) void ask(first)
  }, [first])
  useEffect(() => () => control.current?.abort(), [])

  return (
    <div class="omni">
      <PromptForm param={param} first={first} isAsking={isAsking} ask={(prompt) => void ask(prompt)} />
      <div class="omni-answer" aria-busy={isAsking}>
        {result === undefined ? (
          <Notice title={isAsking ? 'Asking …' : 'Write a prompt and press Ask'} />
        ) : (
          <ShownResult result={result} context={context} />
        )}
      </div>
    </div>
  )
}

function ShownResult({ result, context }: { readonly result: OmniResult; readonly context: RenderContext }) {
  const trouble = 'trouble' in result ? result.trouble : undefined
  useReports(context, 'trouble' in result ? [{ severity: 'error', message: result.trouble }] : result.problems)
  if ('trouble' in result) return <Notice title={trouble ?? ''} tone="error" />
  const { kind, content, citations, citable } = result
  return (
    <>
      {kind === 'text' ? (
        <div class="document-page">
          <MarkdownText text={toText(content).text} context={context} />
        </div>
      ) : (
        <Delegate key={kind} type={kind} data={content} context={toPlainContext(context)} />
      )}
      <CitationList citations={citations} citable={citable} />
    </>
  )
}
