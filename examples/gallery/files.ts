import { multiFileViewer, param, pdf } from 'deskwright'
import { minimalPdf } from './minimal-pdf.ts'

const library: Readonly<Record<string, () => Uint8Array>> = {
  Sample: () => minimalPdf('Sample', ['A page that was written by the backend.']),
  'Quarterly letter': () => minimalPdf('Quarterly letter', ['To all who hold our shares:', 'It went well.']),
}

const selector = (value: string) =>
  param.endpoint('PDF file', {
    value: [value],
    multiSelect: true,
    show: false,
    roles: ['fileSelector'],
    options: () => Object.keys(library).map((name) => ({ label: name, value: name })),
  })

const open = (names: readonly string[]) =>
  names.map((name) => ({
    filename: `${name}.pdf`,
    bytes: () => library[name]?.() ?? Promise.reject(new Error(`no ${name}`)),
  }))

/** Of a document that is not there. */
const noBytes = new Uint8Array()

const size = { gridData: { w: 20, h: 20 } } as const

/** Documents. */
export const files = {
  pdf_widget_base64: pdf({
    name: 'PDF by its bytes',
    endpoint: 'pdf_widget_base64',
    ...size,
    load: () => ({ filename: 'sample.pdf', bytes: library['Sample']!() }),
  }),
  pdf_widget_url: pdf({
    name: 'PDF by its address',
    description: 'The browser fetches it: the server that has it must allow that',
    endpoint: 'pdf_widget_url',
    ...size,
    load: () => ({
      data_format: { data_type: 'pdf', filename: 'Sample.pdf' },
      url: 'https://raw.githubusercontent.com/mozilla/pdf.js/master/web/compressed.tracemonkey-pldi-09.pdf',
    }),
  }),
  multi_pdf_base64: multiFileViewer({
    name: 'Documents',
    endpoint: 'multi_pdf_base64',
    gridData: { w: 20, h: 10 },
    params: { pdf_name: selector('Quarterly letter') },
    load: ({ pdf_name }) => open(pdf_name),
  }),
  multi_pdf_url: multiFileViewer({
    name: 'Documents by their addresses',
    endpoint: 'multi_pdf_url',
    byUrl: true,
    gridData: { w: 20, h: 10 },
    params: { pdf_name: selector('Sample') },
    load: ({ pdf_name }) => pdf_name.map((name) => ({ filename: `${name}.pdf`, bytes: library[name]?.() ?? noBytes })),
  }),
}
