import type { PDFPageProxy } from 'pdfjs-dist'
import type { OpenedPdf } from './open-pdf.ts'

/** A page on the screen. */
export interface DrawnPage {
  /** Resolves when the page can be seen; never rejects. */
  readonly done: Promise<void>
  destroy(): void
}

/** The most pixels of one page: some documents have pages of many metres. */
const mostPixels = 16_000_000

/** Draws a page into an element of its final size, with its text above it so that it can be selected and found. */
export function drawPage(
  library: OpenedPdf['library'],
  page: PDFPageProxy,
  element: HTMLElement,
  scale: number,
): DrawnPage {
  const viewport = page.getViewport({ scale })
  const ratio = Math.min(devicePixelRatio, Math.sqrt(mostPixels / (viewport.width * viewport.height)))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.floor(viewport.width * ratio))
  canvas.height = Math.max(1, Math.floor(viewport.height * ratio))
  const text = document.createElement('div')
  text.className = 'pdf-text'
  element.style.setProperty('--total-scale-factor', String(scale))
  element.replaceChildren(canvas, text)

  const drawing = page.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] })
  const layer = new library.TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport })
  return {
    done: Promise.allSettled([drawing.promise, layer.render()]).then(() => undefined),
    destroy() {
      drawing.cancel()
      layer.cancel()
      element.replaceChildren()
    },
  }
}
