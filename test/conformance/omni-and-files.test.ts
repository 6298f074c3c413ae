import { multiFileViewer, omni, param, pdf } from 'deskwright'
import { fileObjectSchema, fileTypes, omniAnswerSchema } from 'deskwright/spec'
import { expect } from 'vitest'
import { answerOf, expectWrong, rows } from './answer.ts'
import { one } from './desk.ts'
import { requirement } from './requirement.ts'

const format = <Kind extends 'text' | 'table' | 'chart'>(parse_as: Kind) => ({ data_type: 'object' as const, parse_as })
const said = { citable: false, extra_citations: [] }

requirement('OMNI-01', async (connect) => {
  const load = ({ prompt }: { prompt: string }) => ({ content: `<${prompt}>`, data_format: format('text'), ...said })
  const { load: ask } = await connect(one(omni({ name: 'O', load })))
  expect(await ask('w', { prompt: 'SELECT 1' })).toMatchObject({ content: '<SELECT 1>' })
  for (const body of [{}, { prompt: '' }, { prompt: null }])
    expect(await ask('w', body)).toMatchObject({ content: '<>' })
})

requirement('OMNI-02', async (connect) => {
  const answers = [
    { content: '# Text', data_format: format('text'), ...said },
    { content: rows, data_format: format('table'), ...said },
    { content: { data: [{ type: 'bar' }] }, data_format: format('chart'), ...said },
  ]
  for (const answer of answers) {
    const sent = await answerOf(connect, omni({ name: 'O', load: () => answer as never }))
    expect(omniAnswerSchema.parse(sent)).toEqual(answer)
  }
})

requirement('OMNI-03', async (connect) => {
  const bare = { content: 'Text', data_format: format('text') }
  for (const [value, citable] of [
    [bare, false],
    [{ ...bare, citable: true }, true],
  ] as const) {
    expect(await answerOf(connect, omni({ name: 'O', load: () => value as never }))).toMatchObject({ citable })
  }
})

requirement('OMNI-04', async (connect) => {
  const bare = { content: 'Text', data_format: format('text'), citable: true }
  expect(await answerOf(connect, omni({ name: 'O', load: () => bare as never }))).toMatchObject({ extra_citations: [] })
})

requirement('OMNI-05', async (connect) => {
  const citation = {
    id: '1',
    source_info: {
      type: 'widget' as const,
      name: 'Bonds',
      uuid: 'u',
      origin: 'Desk',
      widget_id: 'bonds',
      description: 'All bonds',
      metadata: { filename: 'a.pdf', timestamp: 1 },
      citable: true,
    },
    details: [{ Page: 1 }],
  }
  const answer = { content: 'Text', data_format: format('text'), citable: true, extra_citations: [citation] }
  expect(await answerOf(connect, omni({ name: 'O', load: () => answer as never }))).toEqual(answer)
})

requirement('OMNI-06', async (connect) => {
  for (const [value, word] of [
    [{ data_format: format('text') }, /content/],
    [{ content: 'Text' }, /data_format/],
    [{ content: 'Text', data_format: { data_type: 'object', parse_as: 'html' } }, /parse_as/],
    ['Text', /string/],
  ] as const) {
    await expectWrong(connect, omni({ name: 'O', load: () => value as never }), word)
  }
})

requirement('OMNI-07', async (connect) => {
  const params = { prompt: param.text('SQL', { language: 'sql' }) }
  const load = () => ({ content: '', data_format: format('text'), ...said })
  expect(await (await connect(one(omni({ name: 'O', params, load })))).param('prompt')).toMatchObject({
    language: 'sql',
  })
})

const file = { data_format: { data_type: 'pdf', filename: 'q1.pdf' }, content: 'JVBERi0xLjcK' } as const

requirement('FILE-01', async (connect) => {
  for (const data_type of fileTypes) {
    const value = { ...file, data_format: { data_type, filename: `a.${data_type}` } }
    expect(await answerOf(connect, pdf({ name: 'P', load: () => value }))).toEqual(value)
  }
  const wrong = { ...file, data_format: { data_type: 'exe', filename: 'a.exe' } }
  await expectWrong(connect, pdf({ name: 'P', load: () => wrong as never }), /data_type|exe/)
  await expectWrong(connect, pdf({ name: 'P', load: () => ({ content: 'JVBERi0=' }) as never }), /data_format/)
  await expectWrong(
    connect,
    pdf({ name: 'P', load: () => ({ ...file, data_format: { data_type: 'pdf' } }) as never }),
    /filename/,
  )
})

requirement('FILE-02', async (connect) => {
  for (const value of [file, { data_format: file.data_format, url: 'https://files.example/a.pdf' }]) {
    const sent = await answerOf(connect, pdf({ name: 'P', load: () => value }))
    expect(fileObjectSchema.parse(sent)).toEqual(value)
  }
})

requirement('FILE-03', async (connect) => {
  const load = () => ({ data_format: file.data_format }) as never
  await expectWrong(connect, pdf({ name: 'P', load }), /content.*url/)
})

requirement('FILE-04', async (connect) => {
  const load = () => ({ data_format: file.data_format, file_reference: 'https://files.example/a.pdf' }) as never
  await expectWrong(connect, pdf({ name: 'P', load }), /url/)
})

const files = param.endpoint('Files', {
  roles: ['fileSelector'],
  multiSelect: true,
  optionsParams: { category: 'all' },
  options: ({ category }) => [{ label: 'A', value: `${category}/a.pdf` }],
})

const viewer = (load: (names: string[]) => unknown) =>
  multiFileViewer({ name: 'F', params: { files }, load: (values) => load(values.files) as never })

const found = (filename: string) => ({ ...file, data_format: { data_type: 'pdf' as const, filename } })

requirement('FILES-01', async (connect) => {
  const { param: find, read } = await connect(one(viewer((names) => names.map(found))))
  const { optionsEndpoint, optionsParams } = await find('files')
  expect(optionsParams).toEqual({ category: 'all' })
  expect(await read(`/${optionsEndpoint}?category=all`)).toEqual([{ label: 'A', value: 'all/a.pdf' }])
})

requirement('FILES-02', async (connect) => {
  const { load } = await connect(one(viewer((names) => names.map(found))))
  const answer = await load('w', { files: ['b.pdf', 'a.pdf'] })
  expect(answer).toEqual([found('b.pdf'), found('a.pdf')])
})

requirement('FILES-03', async (connect) => {
  const { ask } = await connect(one(viewer(() => [found('a.pdf')])))
  expect((await ask('w', { files: ['a.pdf'] })).status).toBe(200)
  const answer = await ask('w', { files: ['a.pdf', 'b.pdf'] })
  expect(answer.status).toBe(500)
  expect(await answer.json()).toEqual({ detail: expect.stringMatching(/widget "w".*2/) as string })
})

requirement('FILES-04', async (connect) => {
  const missing = { error_type: 'not_found', content: 'b.pdf is gone' }
  const { load } = await connect(one(viewer(() => [found('a.pdf'), missing])))
  expect(await load('w', { files: ['a.pdf', 'b.pdf'] })).toEqual([found('a.pdf'), missing])
})

requirement('FILES-05', async (connect) => {
  const { ask } = await connect(one(viewer((names) => names.map(found))))
  for (const body of [{}, { files: [] }, { files: ['a.pdf'] }]) expect((await ask('w', body)).status).toBe(200)
})
