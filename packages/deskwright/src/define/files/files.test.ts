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

  it('of other servers are told by their addresses, and those that no browser can fetch are errors in their place', async () => {
    const links = [
      { url: 'https://files.test/2026/q1%20report.pdf?token=a' },
      { url: 'http://127.0.0.1:9700/download', filename: 'prices.csv' },
      { url: 'http://files.test/a.pdf' },
      { url: '/a.pdf' },
      { url: 'https://files.test/' },
    ]
    const doc = param.endpoint('Documents', { multiSelect: true, roles: ['fileSelector'], options: () => [] })
    const { fetch } = defineBackend({
      name: 'Links',
      widgets: {
        one: pdf({ name: 'One', endpoint: 'one', load: () => links[0]! }),
        all: multiFileViewer({ name: 'All', endpoint: 'all', params: { doc }, load: () => links }),
      },
    })
    const one = { data_format: { data_type: 'pdf', filename: 'q1 report.pdf' }, url: links[0]!.url }
    expect(await (await fetch(new Request('http://desk.test/one'))).json()).toEqual(one)
    const body = JSON.stringify({ doc: ['1', '2', '3', '4', '5'] })
    const response = await fetch(new Request('http://desk.test/all', { method: 'POST', body }))
    expect(filesSchema.parse(await response.json())).toEqual([
      one,
      { data_format: { data_type: 'csv', filename: 'prices.csv' }, url: links[1]!.url },
      { error_type: 'unexpected_error', content: expect.stringContaining('http://files.test/a.pdf') as string },
      { error_type: 'unexpected_error', content: expect.stringContaining('/a.pdf') as string },
      { error_type: 'unexpected_error', content: expect.stringContaining('https://files.test/') as string },
    ])
  })

  it('are answered one by one to clients that ask with GET', async () => {
    const file: unknown = await (await ask('viewer?doc=b.csv')).json()
    expect(file).toEqual({ data_format: { data_type: 'csv', filename: 'b.csv' }, content: 'YTtiCg==' })
  })
})
