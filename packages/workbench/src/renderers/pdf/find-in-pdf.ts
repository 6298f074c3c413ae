import type { PDFDocumentProxy } from 'pdfjs-dist'

/** Lists the numbers of the pages that hold a text, from 1; upper and lower case are equal. Stops when the signal aborts. */
export async function findInPdf(
  document: PDFDocumentProxy,
  wanted: string,
  signal: AbortSignal,
): Promise<readonly number[]> {
  const found: number[] = []
  const words = wanted.trim().toLowerCase()
  if (words === '') return found
  for (let number = 1; number <= document.numPages && !signal.aborted; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
    if (text.toLowerCase().includes(words)) found.push(number)
  }
  return found
}
