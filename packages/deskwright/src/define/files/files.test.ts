import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defineBackend, multiFileViewer, param, pdf } from '../../index.ts'
import { fileObjectSchema, filesSchema } from '../../spec/index.ts'
import type { FileObject } from '../../spec/types.ts'
import { toBase64 } from './base64.ts'
import { toFileType } from './file-type.ts'

async function* inPieces(pieces: readonly Uint8Array[]) {
  yield* pieces
}

async function join(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const found: Uint8Array[] = []
  for await (const piece of pieces) found.push(piece)
  return Buffer.concat(found)
}

const bytes = (text: string) => new TextEncoder().encode(text)
const minimal = bytes('%PDF-1.4\n%%EOF\n')

describe('base64', () => {
  it('is the same however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 8 }), async (pieces) => {
        const text = Buffer.from(await join(toBase64(inPieces(pieces)))).toString('latin1')
        expect(text).toBe(Buffer.concat(pieces).toString('base64'))
      }),
    )
  })
})

describe('the type of a file', () => {
  it.each([
    ['a.pdf', '%PDF-1.7', 'pdf'],
    ['disguised.txt', '%PDF-1.7', 'pdf'],
    ['a.pdf', '<html>', undefined],
    ['prices.csv', 'a,b', 'csv'],
    ['NOTES.MARKDOWN', '# Hi', 'md'],
    ['a.docx', 'PK', 'docx'],
    ['a.exe', 'MZ', undefined],
    ['without', '', undefined],
  ])('of %s that begins with %s is %s', (name, beginning, expected) => {
    expect(toFileType(name, bytes(beginning))).toBe(expected)
  })
})

const library: Record<string, () => AsyncIterable<Uint8Array>> = {
  'a.pdf': () => inPieces([minimal.slice(0, 5), minimal.slice(5)]),
  'b.csv': () => inPieces([bytes('a;b\n')]),
  'broken.pdf': () => inPieces([bytes('no pdf')]),
  'gone.pdf': () => {
    throw new Error('secret: disk 7 is gone')
  },
}

const backend = defineBackend({
  name: 'Files',
  widgets: {
    report: pdf({ name: 'Report', endpoint: 'report', load: () => ({ filename: 'q1.pdf', bytes: minimal }) }),
    nothing: pdf({ name: 'Nothing', endpoint: 'nothing', load: () => ({ filename: 'q1.xyz', bytes: bytes('?') }) }),
    viewer: multiFileViewer({
      name: 'Documents',
      endpoint: 'viewer',
      params: {
        doc: param.endpoint('Documents', {
          multiSelect: true,
          roles: ['fileSelector'],
          options: () => Object.keys(library),
        }),
      },
      load: ({ doc }) => (doc ?? []).map((name) => ({ filename: name, bytes: () => library[name]!() })),
    }),
  },
})

const ask = (path: string, init?: RequestInit) =>
  Promise.resolve(backend.fetch(new Request(`http://desk.test/${path}`, init)))

describe('files', () => {
  it('are sent as base64, with the type that their bytes say', async () => {
    const file = (await (await ask('report')).json()) as FileObject
    expect(fileObjectSchema.parse(file).data_format).toEqual({ data_type: 'pdf', filename: 'q1.pdf' })
    expect(Buffer.from(file.content!, 'base64')).toEqual(Buffer.from(minimal))
  })

  it('of an unknown type are refused', async () => {
    expect((await ask('nothing')).status).toBe(500)
  })

  it('that fail are errors in their place, without what the system said', async () => {
    const doc = Object.keys(library)
    const response = await ask('viewer', { method: 'POST', body: JSON.stringify({ doc }) })
    const files = filesSchema.parse(await response.json())
    expect(files.map((file) => ('error_type' in file ? [file.error_type, file.content] : file.data_format))).toEqual([
      { data_type: 'pdf', filename: 'a.pdf' },
      { data_type: 'csv', filename: 'b.csv' },
      ['unexpected_error', expect.stringContaining('broken.pdf')],
      ['unexpected_error', 'gone.pdf could not be read.'],
    ])
  })

  it('are answered one by one to clients that ask with GET', async () => {
    const file: unknown = await (await ask('viewer?doc=b.csv')).json()
    expect(file).toEqual({ data_format: { data_type: 'csv', filename: 'b.csv' }, content: 'YTtiCg==' })
  })
})
