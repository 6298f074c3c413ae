import { useRef, useState } from 'preact/hooks'
import { findInPdf } from './find-in-pdf.ts'
import type { OpenedPdf } from './open-pdf.ts'

/** What the bar above a PDF shows and does. */
export interface PdfBarProps {
  readonly pdf: OpenedPdf
  readonly current: number
  readonly zoom: number
  readonly setZoom: (zoom: number) => void
  readonly goTo: (page: number) => void
  /** Marks a text wherever it stands. */
  readonly mark: (text: string) => void
}

/** Moves through a PDF: the page's number, its size, a search that goes from page to page. */
export function PdfBar({ pdf, current, zoom, setZoom, goTo, mark }: PdfBarProps) {
  const [hits, setHits] = useState<readonly number[]>()
  const search = useRef({ text: '', control: new AbortController() })

  async function find(text: string): Promise<void> {
    if (text === search.current.text && hits !== undefined)
      return goTo(hits.find((page) => page > current) ?? hits[0] ?? 1)
    search.current.control.abort()
    const control = new AbortController()
    search.current = { text, control }
    mark(text)
    const pages = await findInPdf(pdf.document, text, control.signal)
    if (control.signal.aborted) return
    setHits(text.trim() === '' ? undefined : pages)
    if (pages.length > 0) goTo(pages.find((page) => page >= current) ?? pages[0]!)
  }

  const step = (factor: number) => setZoom(Math.min(Math.max(zoom * factor, 0.25), 5))
  return (
    <div class="pdf-bar" role="toolbar" aria-label="PDF">
      <label>
        Page{' '}
        <input
          type="number"
          min={1}
          max={pdf.document.numPages}
          value={current}
          onChange={({ currentTarget }) => goTo(Number(currentTarget.value))}
        />{' '}
        of {pdf.document.numPages}
      </label>
      <span class="pdf-zoom">
        <button type="button" class="document-button" aria-label="Smaller" onClick={() => step(1 / 1.25)}>
          −
        </button>
        <button type="button" class="document-button" title="Fit the width" onClick={() => setZoom(1)}>
          {Math.round(zoom * 100)} %
        </button>
        <button type="button" class="document-button" aria-label="Larger" onClick={() => step(1.25)}>
          +
        </button>
      </span>
      <span class="pdf-search">
        <input
          type="search"
          placeholder="Find"
          aria-label="Find in the PDF"
          onKeyDown={({ key, currentTarget }) => void (key === 'Enter' && find(currentTarget.value))}
          onInput={({ currentTarget }) => void (currentTarget.value === '' && find(''))}
        />
        <span role="status">{hits !== undefined && `on ${hits.length} ${hits.length === 1 ? 'page' : 'pages'}`}</span>
      </span>
    </div>
  )
}
