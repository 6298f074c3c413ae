import type { TargetedMouseEvent } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { cutText } from '../documents/cut-text.ts'
import { allowedHosts } from '../documents/hosts.ts'
import type { RenderContext } from '../renderer.ts'
import { drawMath } from './draw-math.ts'
import { extractPictures } from './extract-pictures.ts'
import { parseMarkdown, type ParsedMarkdown } from './parse-markdown.ts'
import { placePictures } from './place-pictures.ts'
import { sanitizeHtml } from './sanitize-html.ts'
import './markdown.css'

/** Characters, pictures not counted. More makes the page slow and nobody reads it. */
const longest = 300_000

/** Which text to show as Markdown. */
export interface MarkdownTextProps {
  readonly text: string
  readonly context: RenderContext
}

/** Shows Markdown of strangers: what it can do is be read. Cut when it is very long, plain when it cannot be read as Markdown. */
export function MarkdownText({ text, context }: MarkdownTextProps) {
  const place = useRef<HTMLDivElement>(null)
  const [parsed, setParsed] = useState<ParsedMarkdown>()
  const hosts = allowedHosts.value
  const { shown, pictures } = useMemo(() => toShown(text), [text])

  useEffect(() => {
    let gone = false
    async function parse(): Promise<void> {
      const result = await parseMarkdown(shown.text)
      if (gone) return
      setParsed(result)
      if ('failure' in result) report(`The text ${result.failure}: it is shown as it came.`)
    }
    void parse()
    return () => {
      gone = true
    }
  }, [shown])

  useEffect(() => {
    if (shown.notice !== undefined) report(shown.notice)
  }, [shown.notice])

  useEffect(() => {
    if (parsed !== undefined && 'html' in parsed) void draw(parsed.html)
  }, [parsed, hosts])

  async function draw(html: string): Promise<void> {
    const fragment = sanitizeHtml(html)
    placePictures(fragment, pictures, context)
    place.current!.replaceChildren(fragment)
    const broken = await drawMath(place.current!)
    if (broken !== undefined) report(`A formula cannot be drawn: ${broken}`)
  }

  function report(message: string): void {
    context.report({ severity: 'warning', message })
  }

  return (
    <>
      {shown.notice !== undefined && <p class="notice-line">{shown.notice}</p>}
      {parsed !== undefined && 'failure' in parsed ? (
        <pre class="markdown markdown-plain">{shown.text}</pre>
      ) : (
        <div ref={place} class="markdown" onClick={followAnchor} />
      )}
    </>
  )
}

function toShown(text: string) {
  if (text.length <= longest) return { shown: cutText(text, longest), pictures: [] }
  const { text: words, pictures } = extractPictures(text)
  return { shown: cutText(words, longest), pictures }
}

/** Names inside the text got a prefix, so that they cannot pass for names of the page. */
function followAnchor(event: TargetedMouseEvent<HTMLDivElement>): void {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null
  if (link === null) return
  event.preventDefault()
  const name = CSS.escape(`user-content-${link.getAttribute('href')!.slice(1)}`)
  event.currentTarget.querySelector(`#${name}`)?.scrollIntoView({ block: 'nearest' })
}
