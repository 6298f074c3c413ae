import type { ComponentType } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import { cutText } from '../documents/cut-text.ts'
import { Delegate } from '../documents/delegate.tsx'
import { Notice } from '../documents/notice.tsx'
import { toPlainContext } from '../documents/to-plain-context.ts'
import { MarkdownText } from '../markdown/markdown-text.tsx'
import { PdfView } from '../pdf/pdf-view.tsx'
import type { RenderContext } from '../renderer.ts'
import type { SentFile } from './read-file.ts'
import { toTableRows, toWordText } from './read-content.ts'
import '../documents/page-frame.css'
import './files.css'

/** A loaded file. */
export interface FileContentProps {
  readonly file: SentFile
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly context: RenderContext
  /** Reports that it cannot be shown; the view says so itself. */
  readonly fail: (message: string) => void
}

/** Characters of a plain text; longer ones are cut. */
const longest = 500_000

const views: Readonly<Record<string, ComponentType<FileContentProps>>> = {
  pdf: PdfView,
  jpg: PictureView,
  jpeg: PictureView,
  png: PictureView,
  csv: CsvView,
  md: MarkdownView,
  docx: WordView,
  txt: PlainView,
  json: JsonView,
  html: PageView,
}

/** Shows the content of a file, as its type says. */
export function FileContent(props: FileContentProps) {
  const View = views[props.file.type] ?? OtherView
  return <View {...props} />
}

function PictureView({ file, bytes, fail }: FileContentProps) {
  const [address, setAddress] = useState<string>()
  const [isBroken, setIsBroken] = useState(false)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([bytes], { type: `image/${file.type === 'jpg' ? 'jpeg' : file.type}` }))
    setAddress(made)
    setIsBroken(false)
    return () => URL.revokeObjectURL(made)
  }, [bytes])
  if (isBroken) return <Notice title={`${file.name} is no picture, or a broken one`} tone="error" />
  if (address === undefined) return null
  const refuse = (): void => {
    setIsBroken(true)
    fail('it is no picture, or a broken one.')
  }
  return (
    <div class="file-picture">
      <img src={address} alt={file.name} onError={refuse} />
    </div>
  )
}

function CsvView({ bytes, context, fail }: FileContentProps) {
  const read = useRead(() => toTableRows(bytes), bytes, fail)
  if (read === undefined) return <Notice title="Reading the table …" />
  if ('trouble' in read) return <Notice title={read.trouble} tone="error" />
  return (
    <div class="file-column">
      {read.notice !== undefined && <p class="notice-line">{read.notice}</p>}
      <Delegate type="table" data={read.rows} context={toPlainContext(context)} />
    </div>
  )
}

function WordView({ bytes, fail }: FileContentProps) {
  const read = useRead(() => toWordText(bytes), bytes, fail)
  if (read === undefined) return <Notice title="Reading the document …" />
  if ('trouble' in read) return <Notice title={read.trouble} tone="error" />
  return <TextView text={read.text} />
}

function MarkdownView({ bytes, context }: FileContentProps) {
  const text = useMemo(() => toText(bytes), [bytes])
  return (
    <div class="document-page">
      <MarkdownText text={text} context={context} />
    </div>
  )
}

function PlainView({ bytes }: FileContentProps) {
  return <TextView text={useMemo(() => toText(bytes), [bytes])} />
}

function JsonView({ bytes, fail }: FileContentProps) {
  const text = useMemo(() => {
    const written = toText(bytes)
    try {
      return JSON.stringify(JSON.parse(written), null, 2)
    } catch {
      fail('it is no JSON; it is shown as it came.')
      return written
    }
  }, [bytes])
  return <TextView text={text} />
}

/** Unlike an `html` widget, a file is read: its scripts do not run. */
function PageView({ file, bytes }: FileContentProps) {
  return (
    <iframe class="page-frame file-page" title={file.name} sandbox="" srcdoc={useMemo(() => toText(bytes), [bytes])} />
  )
}

function OtherView({ file, bytes }: FileContentProps) {
  const save = (): void => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([bytes]))
    link.download = file.name
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <Notice title={file.name} action={{ label: `Save ${bytes.length.toLocaleString('en')} bytes`, run: save }}>
      The Workbench shows no files of type {file.type.slice(0, 20)}.
    </Notice>
  )
}

function TextView({ text }: { readonly text: string }) {
  const shown = cutText(text, longest)
  return (
    <div class="document-page">
      {shown.notice !== undefined && <p class="notice-line">{shown.notice}</p>}
      <pre class="file-text">{shown.text}</pre>
    </div>
  )
}

function toText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}

/** Reads a file by a library that is loaded for it. */
function useRead<Result>(read: () => Promise<Result>, bytes: Uint8Array, fail: FileContentProps['fail']) {
  const [result, setResult] = useState<Result | { readonly trouble: string }>()
  useEffect(() => {
    let gone = false
    async function start(): Promise<void> {
      const trouble = 'The file is broken, or of another type than its name says.'
      const answer = await read().catch(() => ({ trouble }))
      if (gone) return
      setResult(answer)
      if (typeof answer === 'object' && answer !== null && 'trouble' in answer) fail(trouble)
    }
    setResult(undefined)
    void start()
    return () => {
      gone = true
    }
  }, [bytes])
  return result
}
