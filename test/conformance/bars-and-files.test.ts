import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { multiFileViewer, param, pdf, table, tradingChart, type Bar } from 'deskwright'
import { localFiles, openFolder } from 'deskwright/node'
import {
  appsSchema,
  udfConfigSchema,
  udfHistorySchema,
  udfQuotesSchema,
  udfSymbolGroupSchema,
  type UdfBars,
} from 'deskwright/spec'
import { expect, onTestFinished } from 'vitest'
import { one } from './desk.ts'
import { requirement } from './requirement.ts'
import { hasShared, readShared } from './shared.ts'
import type { Connect } from './workspace.ts'

const hour = 3600
const bars: Bar[] = Array.from({ length: 100 }, (_, at) => ({
  time: at * hour,
  open: 1,
  high: 2,
  low: 0,
  close: 1,
})).reverse()

const chart = (history: () => readonly Bar[]) =>
  one(
    tradingChart({
      name: 'Bars',
      resolution: '60',
      symbols: [{ name: 'A' }],
      history,
      marks: ({ from }) => [{ id: 1, time: from, label: 'M' }],
      timescaleMarks: ({ from }) => [{ id: 2, time: from, label: 'T' }],
    }),
  )
const read = async (connect: Connect, path: string, history: () => readonly Bar[] = () => bars) => {
  const answer = await (await connect(chart(history))).send(`/widgets/w/${path}`)
  return { status: answer.status, body: await answer.json() }
}

requirement('UDF-10', async (connect) => {
  const { body } = await read(connect, `history?symbol=A&resolution=D&from=0&to=${100 * hour}`)
  expect((udfHistorySchema.parse(body) as UdfBars).t).toEqual([0, 1, 2, 3, 4].map((day) => day * 24 * hour))
})

requirement('UDF-11', async (connect) => {
  const { body } = await read(connect, `history?symbol=A&resolution=60&from=${90 * hour}&to=${95 * hour}&countback=50`)
  const { t } = udfHistorySchema.parse(body) as UdfBars
  expect([t.length, t[0], t.at(-1)]).toEqual([50, 45 * hour, 94 * hour])
})

requirement('UDF-12', async (connect) => {
  const fail = () => {
    throw new Error('the upstream is gone')
  }
  const { status, body } = await read(connect, 'history?symbol=A&resolution=60&from=0&to=9', fail)
  expect([status, body]).toEqual([200, { s: 'error', errmsg: expect.any(String) as string }])
})

requirement('UDF-13', async (connect) => {
  const { body } = await read(connect, 'config')
  expect(body).toMatchObject({ supports_marks: true, supports_timescale_marks: true })
  expect((await read(connect, 'marks?symbol=A&resolution=60&from=5&to=9')).body).toEqual([
    { id: 1, time: 5, label: 'M' },
  ])
  expect((await read(connect, 'timescale_marks?symbol=A&resolution=60&from=5&to=9')).body).toEqual([
    { id: 2, time: 5, label: 'T' },
  ])
})

requirement('UDF-14', async (connect) => {
  const symbols = [
    { name: 'A', exchange: 'XLON', pricescale: 1000 },
    { name: 'B', exchange: 'XETR', timezone: 'Europe/Berlin' },
    { name: 'C', exchange: 'XLON' },
  ]
  const workspace = await connect(one(tradingChart({ name: 'Bars', groups: true, symbols, history: () => [] })))
  const ask = async (path: string) => (await workspace.send(`/widgets/w/${path}`)).json()
  expect(udfConfigSchema.parse(await ask('config'))).toMatchObject({
    supports_search: false,
    supports_group_request: true,
    exchanges: [{ value: '' }, { value: 'XLON' }, { value: 'XETR' }],
  })
  expect(udfSymbolGroupSchema.parse(await ask('symbol_info?group=XLON'))).toMatchObject({
    symbol: ['A', 'C'],
    'exchange-traded': ['XLON', 'XLON'],
    pricescale: [1000, 100],
  })
  expect(udfSymbolGroupSchema.parse(await ask('symbol_info?group=NONE')).symbol).toEqual([])
  expect((await (await connect(chart(() => []))).send('/widgets/w/symbol_info?group=XLON')).status).toBe(404)
})

requirement('UDF-15', async (connect) => {
  const quotes = (names: readonly string[]) =>
    names.filter((name) => name !== 'Z').map((symbol) => ({ symbol, price: 99.5, changePercent: -1.2 }))
  const workspace = await connect(one(tradingChart({ name: 'Bars', symbols: [], quotes, history: () => [] })))
  const answer = await workspace.send(`/widgets/w/quotes?symbols=${encodeURIComponent('A,Z,XLON:B')}`)
  expect(udfQuotesSchema.parse(await answer.json()).d).toMatchObject([
    { s: 'ok', n: 'A', v: { lp: 99.5, chp: -1.2 } },
    { s: 'error', n: 'Z', v: {} },
    { s: 'ok', n: 'XLON:B' },
  ])
})

const makeFolder = async (files: Readonly<Record<string, string>>) => {
  const folder = await mkdtemp(join(tmpdir(), 'deskwright-conformance-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  await mkdir(folder, { recursive: true })
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

requirement('FILE-05', async (connect) => {
  const files = localFiles(await makeFolder({ 'q1.pdf': '%PDF-1.4' }))
  expect(await (await connect(one(pdf({ name: 'Report', load: () => files.load('q1.pdf') })))).load()).toEqual({
    data_format: { data_type: 'pdf', filename: 'q1.pdf' },
    content: Buffer.from('%PDF-1.4').toString('base64'),
  })
})

requirement('FILES-06', async (connect) => {
  const doc = param.endpoint('File', { multiSelect: true, roles: ['fileSelector'], options: () => ['a.txt'] })
  const load = () => [{ filename: 'a.txt', bytes: new TextEncoder().encode('a') }]
  const { send } = await connect(one(multiFileViewer({ name: 'Files', params: { doc }, load })))
  expect(await (await send('/widgets/w?doc=a.txt')).json()).toEqual({
    data_format: { data_type: 'txt', filename: 'a.txt' },
    content: 'YQ==',
  })
})

requirement('CONN-13', async (connect) => {
  const load = () => ({ rows: [], refreshBackend: true })
  const answer = await (await connect(one(table({ name: 'Table', dataKey: 'rows', load })))).load()
  expect(answer).toEqual({ rows: [], refreshBackend: true })
})

requirement('APP-02', async (connect) => {
  const exported = hasShared('captures/reference-backend')
    ? (JSON.parse(readShared('captures/reference-backend/apps.json')) as object[])
    : [{ name: 'Desk', tabs: { one: { id: 'one', name: 'One', layout: [] } } }]
  const [first] = exported
  const app = {
    ...first,
    tabs: { one: { id: 'one', name: 'One', layout: [{ i: 'prices', x: 3, y: 2, w: 20, h: 9 }] } },
    groups: [],
  }
  const folder = await makeFolder({ 'prices.csv': 'a,b\n1,2\n', 'apps.json': JSON.stringify([app]) })
  const backend = await (await openFolder(folder)).load()
  const served: unknown = await (await (await connect(backend)).send('/apps.json')).json()
  expect(appsSchema.parse(served)[0]).toMatchObject({ tabs: app.tabs })
})
