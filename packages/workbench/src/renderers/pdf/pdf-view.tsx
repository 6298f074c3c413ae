import { useEffect, useRef, useState } from 'preact/hooks'
import { Notice } from '../documents/notice.tsx'
import { markFound } from './mark-found.ts'
import { openPdf, toPdfTrouble, type OpenedPdf } from './open-pdf.ts'
import { PdfPage } from './pdf-page.tsx'
import { PdfBar } from './pdf-bar.tsx'
import './pdf.css'

/** Which document to show. */
export interface PdfViewProps {
  readonly bytes: Uint8Array
  readonly fail: (message: string) => void
}

/** Shows a PDF: its pages below one another, drawn as they come near. */
export function PdfView({ bytes, fail }: PdfViewProps) {
  const [pdf, setPdf] = useState<OpenedPdf>()
  const [trouble, setTrouble] = useState<string>()
  const [size, setSize] = useState<{ readonly width: number; readonly height: number }>()
  const [zoom, setZoom] = useState(1)
  const [width, setWidth] = useState(0)
  const [current, setCurrent] = useState(1)
  const [found, setFound] = useState('')
  const pages = useRef<HTMLDivElement>(null)

  useEffect(() => {
    let opened: OpenedPdf | undefined
    let gone = false
    async function open(): Promise<void> {
      try {
        opened = await openPdf(bytes)
        const first = await opened.document.getPage(1)
        if (gone) return opened.close()
        setSize(first.getViewport({ scale: 1 }))
        setPdf(opened)
      } catch (error) {
        if (gone) return
        setTrouble(toPdfTrouble(error))
        fail(toPdfTrouble(error))
      }
    }
    setPdf(undefined)
    setTrouble(undefined)
    setCurrent(1)
    void open()
    return () => {
      gone = true
      opened?.close()
    }
  }, [bytes])

  useEffect(() => {
    if (pages.current === null) return undefined
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(pages.current)
    return () => observer.disconnect()
  }, [pdf])

  useEffect(() => {
    if (pages.current !== null) markFound(pages.current, found)
  }, [found])

  if (trouble !== undefined) return <Notice title={trouble} tone="error" />
  if (pdf === undefined || size === undefined) return <Notice title="Opening the PDF …" />

  // A page is as wide as its place, but not so wide that it is read with a moving head.
  const scale = width === 0 ? 0 : Math.min((width - 24) / size.width, 1.6) * zoom

  function noteCurrent(): void {
    const middle = pages.current!.getBoundingClientRect().top + pages.current!.clientHeight / 3
    const shown = [...pages.current!.children].findLast((page) => page.getBoundingClientRect().top <= middle)
    setCurrent(Number((shown as HTMLElement | undefined)?.dataset['number'] ?? 1))
  }

  return (
    <div class="pdf">
      <PdfBar
        pdf={pdf}
        current={current}
        zoom={zoom}
        setZoom={setZoom}
        goTo={(number) => pages.current!.children[number - 1]?.scrollIntoView()}
        mark={setFound}
      />
      <div ref={pages} class="pdf-pages" tabIndex={0} aria-label="Pages" role="group" onScroll={noteCurrent}>
        {scale > 0 &&
          Array.from({ length: pdf.document.numPages }, (_, index) => (
            <PdfPage
              key={index}
              pdf={pdf}
              number={index + 1}
              scale={scale}
              expected={size}
              drawn={() => pages.current !== null && markFound(pages.current, found)}
            />
          ))}
      </div>
    </div>
  )
}
