import colours from 'pdfjs-dist/wasm/qcms_bg.wasm?url'
import fax from 'pdfjs-dist/wasm/jbig2.wasm?url'
import jpeg2000 from 'pdfjs-dist/wasm/openjpeg.wasm?url'

const binaries: Readonly<Record<string, string>> = {
  'qcms_bg.wasm': colours,
  'jbig2.wasm': fax,
  'openjpeg.wasm': jpeg2000,
}

/** Gives pdf.js the decoders it asks for, from the Workbench's own files. */
export class PdfBinaries {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const address = binaries[filename]
    if (address === undefined) throw new TypeError(`${filename} is not part of the Workbench`)
    const response = await fetch(address)
    return new Uint8Array(await response.arrayBuffer())
  }
}
