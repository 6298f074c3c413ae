import type * as Library from 'pdfjs-dist'
import type { PDFDocumentProxy } from 'pdfjs-dist'

/** An opened document, with the library that draws it. */
export interface OpenedPdf {
  readonly document: PDFDocumentProxy
  readonly library: typeof Library
  close(): void
}

/** Opens a PDF, loading pdf.js when the first is shown. Its scripts never run. Throws what pdf.js throws. */
export async function openPdf(bytes: Uint8Array): Promise<OpenedPdf> {
  const [library, { default: worker }, { PdfBinaries }] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?url'),
    import('./pdf-binaries.ts'),
  ])
  library.GlobalWorkerOptions.workerSrc = worker
  const task = library.getDocument({
    // pdf.js gives the bytes away to its worker.
    data: bytes.slice(),
    BinaryDataFactory: PdfBinaries,
    useWorkerFetch: false,
    enableXfa: false,
    verbosity: 0,
  })
  return { document: await task.promise, library, close: () => void task.destroy() }
}

/** Says in a sentence why a PDF cannot be opened. */
export function toPdfTrouble(error: unknown): string {
  const { name = '', message = '' } = Object(error) as { readonly name?: string; readonly message?: string }
  if (name === 'PasswordException') return 'The PDF asks for a password.'
  if (name === 'InvalidPDFException') return 'The file is no PDF, or a broken one.'
  return `The PDF cannot be opened: ${message}`
}
