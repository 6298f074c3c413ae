import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import type { Backend } from 'deskwright'
import { serve, type RunningServer } from 'deskwright/node'
import { readDocuments } from 'deskwright/spec'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { compile, findUntold, importTo, load, scratch, type Imported } from './imported.ts'
import { serveOld, widgets, type OldBackend, type Received } from './old-backend.ts'

let old: OldBackend
let imported: Imported
let backend: Backend
let served: RunningServer

beforeAll(async () => {
  old = await serveOld()
  imported = await importTo('small', old.url)
  backend = await load(imported)
  served = await serve(backend, { port: 0 })
})
beforeEach(() => void old.take())
afterAll(async () => {
  await served?.close()
  old?.close()
  await rm(scratch, { recursive: true, force: true })
})

test('the module type-checks, has no errors, and says the same at the same addresses', async () => {
  expect(await compile()).toBe('')
  expect(backend.manifest.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  expect(findUntold(readDocuments({ widgets, apps: [] }), backend, imported.findings)).toEqual([])
  expect(imported.findings.map(({ where, path }) => `${where} ${path}`)).toEqual([
    'widget "reports" params.file.optionsParams',
    'widget "trades" params.other.optionsEndpoint',
    'widget "quotes" wsEndpoint',
  ])
})

/** Asks both backends the same, and tells what they answered and what the old one was asked each time. */
async function askBoth(path: string, init: RequestInit = {}) {
  const headers = { 'content-type': 'application/json', 'x-api-key': 'secret' }
  const ask = async (base: string) => {
    old.take()
    const answer = await fetch(`${base}${path}`, { ...init, headers })
    const text = await answer.text()
    return { status: answer.status, text, received: old.take() }
  }
  return { theirs: await ask(old.url), ours: await ask(served.url) }
}

const json = (method: string, body: object): RequestInit => ({ method, body: JSON.stringify(body) })

describe('a form', () => {
  const fields = { client: 'Ann', size: '5', day: '2026-03-31', tags: ['core', 'hedge'], save: true }

  test.each([
    ['POST', fields],
    ['PUT', { ...fields, save: undefined, update: true }],
    ['POST', { save: true, client: '', note: 'a field that nobody declared' }],
    ['POST', { client: 'Ann', tags: [], desk: null, size: 0 }],
    ['POST', {}],
  ])('that is submitted with %s %j sends what it was sent', async (method, body) => {
    const { theirs, ours } = await askBoth('/orders', json(method, body))
    expect(ours.received).toEqual(theirs.received)
    expect([theirs.status, ours.status]).toEqual([200, 200])
  })

  test.each([
    ['400 {"error":"No such client"}', 400, 'No such client'],
    ['400 {"detail":"No such client","error":"other"}', 400, 'No such client'],
    ['400 {"message":"No such client"}', 400, 'No such client'],
    ['409 {"error":"It is there already"}', 400, 'It is there already'],
    ['422 {"detail":[{"loc":["body"],"msg":"wrong"}]}', 400, '[{"loc":["body"],"msg":"wrong"}]'],
    ['400 {"problem":7}', 400, '{"problem":7}'],
    ['400 No', 400, 'The old backend answered 400.'],
    ['503 {"detail":"Closed for today"}', 503, 'Closed for today'],
  ])('that is refused with %s is refused in these words', async (client, status, shown) => {
    const { theirs, ours } = await askBoth('/orders', json('POST', { ...fields, client }))
    expect(theirs.status).toBe(Number(client.slice(0, 3)))
    expect([ours.status, JSON.parse(ours.text)]).toEqual([status, { detail: shown, error: shown }])
    expect(ours.received).toEqual(theirs.received)
  })

  test('has the options of its fields where they were', async () => {
    const { theirs, ours } = await askBoth('/desks?region=EU')
    expect(ours).toEqual(theirs)
  })
})

describe('a table that the server pages', () => {
  const request = {
    startRow: 500,
    endRow: 503,
    rowGroupCols: [{ id: 'sector', field: 'sector', displayName: 'Sector' }],
    groupKeys: ['Energy'],
    valueCols: [{ id: 'mv', field: 'mv', displayName: 'Value', aggFunc: 'sum' }],
    pivotCols: [],
    pivotMode: false,
    sortModel: [{ colId: 'mv', sort: 'desc' }],
    filterModel: {
      sector: { filterType: 'set', values: ['Energy', null] },
      name: { filterType: 'text', type: 'contains', filter: "O'Neil & Söhne, 100%" },
      day: { filterType: 'date', type: 'inRange', dateFrom: '2026-01-01 00:00:00', dateTo: '2026-02-01 00:00:00' },
      mv: {
        filterType: 'number',
        operator: 'OR',
        conditions: [
          { filterType: 'number', type: 'lessThan', filter: 1 },
          { filterType: 'number', type: 'inRange', filter: 5, filterTo: 9 },
        ],
      },
    },
  }

  test('asks for the same rows in the same words', async () => {
    const { theirs, ours } = await askBoth('/trades?desk=rates&other=fx&sides=buy%2Csell', json('POST', request))
    expect(ours).toEqual(theirs)
    expect(JSON.parse(ours.text)).toEqual({ rowData: [{ id: 0 }, { id: 1 }, { id: 2 }], rowCount: 1000 })
  })

  test('also in the short words of the first request, and with parameters in the body', async () => {
    const { theirs, ours } = await askBoth(
      '/trades?desk=rates&other=fx&sides=buy',
      json('POST', { startRow: 0, endRow: 2 }),
    )
    expect(ours.text).toBe(theirs.text)
    const [{ body, ...asked }, [direct]] = [ours.received[0] as Received, theirs.received as [Received]]
    expect(asked).toMatchObject({ method: 'POST', path: direct.path, query: direct.query, key: 'secret' })
    expect(body).toMatchObject(direct.body as object)
    const probe = await askBoth(
      '/trades',
      json('POST', { startRow: 0, endRow: 1, desk: 'fx', other: 'fx', sides: ['sell'] }),
    )
    expect(probe.ours.received[0]).toMatchObject({
      query: ['desk=fx', 'other=fx', 'sides=sell'],
      body: { startRow: 0, endRow: 1 },
    })
  })
})

test('a live grid asks for its rows, and its socket is the old one', async () => {
  const { theirs, ours } = await askBoth('/quotes?symbols=AAA%2CBBB')
  expect(ours).toEqual(theirs)

  const follow = async (url: string, count: number) => {
    const socket = new WebSocket(url)
    onTestFinished(() => socket.terminate())
    const messages: unknown[] = []
    socket.on('message', (message: Buffer) => messages.push(JSON.parse(message.toString())))
    await once(socket, 'open')
    socket.send(JSON.stringify({ type: 'params', params: { symbols: ['AAA', 'BBB'] } }))
    await expect.poll(() => messages.length).toBe(count)
    return messages
  }
  const { wsEndpoint = '' } = backend.manifest.widgets['quotes'] ?? {}
  expect(wsEndpoint).toBe(`${old.url.replace('http', 'ws')}/quotes/ws`)
  const messages = await follow(wsEndpoint, 2)
  expect(messages).toEqual(await follow(`${old.url.replace('http', 'ws')}/quotes/ws`, 2))
  expect(messages).toEqual([
    { symbol: 'AAA', price: 1 },
    { symbol: 'BBB', price: 2 },
  ])
})

test('options are asked with what they depend on, from where they were where that can be', async () => {
  const { params = [] } = backend.manifest.widgets['trades'] ?? {}
  expect(params).toMatchObject([{ optionsEndpoint: '/desks' }, { optionsEndpoint: 'options/other' }, {}, {}])
  const direct = await askBoth('/desks?region=US')
  const moved = await askBoth('/options/other?region=US')
  expect(moved.ours).toEqual(direct.theirs)
})

test('files are asked for with all other parameters, and their bodies pass', async () => {
  const files = await askBoth('/reports/files?year=2026')
  expect(files.ours).toEqual(files.theirs)
  const { theirs, ours } = await askBoth('/reports', json('POST', { year: 2026, file: ['a.md', 'b.md'] }))
  expect(ours).toEqual(theirs)
})
