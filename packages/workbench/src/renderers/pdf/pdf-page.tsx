import type { PDFPageProxy } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'preact/hooks'
import { drawPage } from './draw-page.ts'
import type { OpenedPdf } from './open-pdf.ts'

/** Which page to show, and how large. */
export interface PdfPageProps {
  readonly pdf: OpenedPdf
  readonly number: number
  readonly scale: number
  /** Points; the size of the first page, until this one is loaded. */
  readonly expected: { readonly width: number; readonly height: number }
  readonly drawn: () => void
}

/** Shows a page while it is near to what can be seen; otherwise its place. */
export function PdfPage({ pdf, number, scale, expected, drawn }: PdfPageProps) {
  const place = useRef<HTMLDivElement>(null)
  const [isNear, setIsNear] = useState(false)
  const [page, setPage] = useState<PDFPageProxy>()

  useEffect(() => {
    const observer = new IntersectionObserver((entries) => setIsNear(entries.at(-1)?.isIntersecting === true), {
      root: place.current!.parentElement,
      rootMargin: '100% 0%',
    })
    observer.observe(place.current!)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (!isNear) return undefined
    if (page === undefined) {
      pdf.document.getPage(number).then(setPage, () => undefined)
      return undefined
    }
    const shown = drawPage(pdf.library, page, place.current!, scale)
    void shown.done.then(drawn)
    return () => shown.destroy()
  }, [isNear, page, scale])

  const { width, height } = page?.getViewport({ scale: 1 }) ?? expected
  return (
    <div
      ref={place}
      class="pdf-page"
      role="group"
      aria-label={`Page ${number}`}
      data-number={number}
      style={{ width: `${width * scale}px`, height: `${height * scale}px` }}
    />
  )
}
