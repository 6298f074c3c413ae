import { chart, multiFileViewer, omni, param, ssrmTable, table } from 'deskwright'
import { expect } from 'vitest'
import { echo, one } from './desk.ts'
import { requirement } from './requirement.ts'
import type { Workspace } from './workspace.ts'

const params = {
  text: param.text('Text', { value: 'default' }),
  number: param.number('Number', { value: 7 }),
  flag: param.boolean('Flag'),
  day: param.date('Day'),
  list: param.text('List', { multiple: true }),
  choice: param.endpoint('Choice', { options: () => [], multiSelect: true, value: ['a'] }),
}
const files = param.endpoint('Files', { options: () => [], roles: ['fileSelector'], multiSelect: true })
const defaults = { text: 'default', number: 7, flag: false, list: [], choice: ['a'] }

/** An omni widget that answers what its loader got, as text. */
const omniEcho = omni({
  name: 'Echo',
  params,
  load: (values) => ({
    content: JSON.stringify(values),
    data_format: { data_type: 'object', parse_as: 'text' },
    citable: false,
    extra_citations: [],
  }),
})

const got = async (answer: Promise<unknown>) => JSON.parse(((await answer) as { content: string }).content) as unknown
const ask = ({ load }: Workspace, body: object) => got(load('w', body as Record<string, unknown>))

requirement('IN-01', async (connect) => {
  const { read } = await connect(one(echo({ flag: param.boolean('Flag') })))
  for (const text of ['True', 'true']) expect(await read(`/widgets/w?flag=${text}`)).toEqual([{ flag: true }])
  for (const text of ['False', 'false']) expect(await read(`/widgets/w?flag=${text}`)).toEqual([{ flag: false }])
})

requirement('IN-02', async (connect) => {
  const { read } = await connect(one(echo(params)))
  for (const query of ['', 'text=&number=&flag=&day=&list=&choice=']) {
    expect(await read(`/widgets/w?${query}`)).toEqual([defaults])
  }
  const workspace = await connect(one(omniEcho))
  const empty = { text: null, number: null, flag: null, day: null, list: null, choice: null }
  expect(await ask(workspace, empty)).toEqual({ ...defaults, prompt: '' })
})

requirement('IN-03', async (connect) => {
  const { load } = await connect(one(echo(params)))
  expect(await load('w', { list: [], choice: [] })).toEqual([defaults])
  expect(await ask(await connect(one(omniEcho)), { list: [], choice: [] })).toMatchObject({ list: [], choice: ['a'] })
})

requirement('IN-04', async (connect) => {
  const values = {
    text: 'x',
    number: 1.5,
    flag: true,
    day: '2026-01-02',
    list: ['a', 'b'],
    choice: ['c'],
    prompt: 'why',
  }
  expect(await ask(await connect(one(omniEcho)), values)).toEqual(values)
})

requirement('IN-05', async (connect) => {
  const received: unknown[] = []
  const widget = multiFileViewer({
    name: 'Files',
    params: { ...params, files },
    load: (values) => {
      received.push(values)
      return values.files.map(() => ({ error_type: 'not_found', content: 'gone' }))
    },
  })
  await (await connect(one(widget))).load('w', { files: ['a.pdf', 'b.pdf'], text: 'x' })
  expect(received).toMatchObject([{ files: ['a.pdf', 'b.pdf'], text: 'x' }])
})

const ssrmEcho = ssrmTable({ name: 'Rows', params, load: (values) => ({ rowData: [values], rowCount: 1 }) })

requirement('IN-06', async (connect) => {
  const { send, widget } = await connect(one(ssrmEcho))
  const query = 'text=x&number=1.5&flag=true&day=2026-01-02&list=a%2Cb&choice=c'
  const answer = await send(`/${(await widget()).endpoint}?${query}`, {
    method: 'POST',
    body: '{"startRow":0,"endRow":500}',
  })
  expect(await answer.json()).toMatchObject({
    rowData: [{ text: 'x', number: 1.5, flag: true, day: '2026-01-02', list: ['a', 'b'], choice: ['c'] }],
  })
})

requirement('IN-07', async (connect) => {
  const workspace = await connect(one(omniEcho))
  for (const list of [['a', 'b'], 'a,b'])
    expect(await ask(workspace, { list, choice: list })).toMatchObject({
      list: ['a', 'b'],
      choice: ['a', 'b'],
    })
})

requirement('IN-08', async (connect) => {
  const workspace = await connect(one(omniEcho))
  for (const body of [
    { number: 5, flag: true },
    { number: '5', flag: 'true' },
  ]) {
    expect(await ask(workspace, body)).toMatchObject({ number: 5, flag: true })
  }
})

requirement('IN-09', async (connect) => {
  const { load } = await connect(one(omniEcho))
  const once = JSON.stringify({ text: 'x' })
  for (const body of [once, JSON.stringify(once)]) {
    for (const type of ['text/plain;charset=UTF-8', 'application/json', 'application/octet-stream']) {
      const init = { body, headers: { 'Content-Type': type } }
      expect(await got(load('w', {}, init))).toMatchObject({ text: 'x' })
    }
  }
})

requirement('IN-10', async (connect) => {
  const workspace = await connect(one(omniEcho))
  expect(await ask(workspace, {})).toMatchObject({ text: 'default', number: 7 })
  expect(await ask(workspace, { reason: 'curious', nested: { a: 1 } })).toMatchObject({ text: 'default' })
  expect(await ask(workspace, { text: 5, number: '8', flag: 1, list: 'a' })).toMatchObject({
    text: '5',
    number: 8,
    flag: true,
    list: ['a'],
  })
  expect(await ask(workspace, { text: ['only'], list: [1, true], choice: 2 })).toMatchObject({
    text: 'only',
    list: ['1', 'true'],
    choice: ['2'],
  })
})

requirement('IN-11', async (connect) => {
  const rows = [{ a: 1 }]
  const { load } = await connect(one(chart({ name: 'C', load: () => ({ data: [] }), raw: () => rows })))
  expect(await load('w', { raw: true }, { headers: { 'Content-Type': 'application/json' } })).toEqual(rows)
})

requirement('IN-12', async (connect) => {
  const widget = table({ name: 'T', params, load: ({ list, choice }) => [{ list, choice }] })
  const { read } = await connect(one(widget))
  expect(await read('/widgets/w?list=a&list=b&choice=c&choice=d')).toEqual([{ list: ['a', 'b'], choice: ['c', 'd'] }])
})
