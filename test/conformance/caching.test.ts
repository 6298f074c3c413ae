import { table, type WidgetOptions } from 'deskwright'
import { expect } from 'vitest'
import { expectError, expectFinding, one } from './desk.ts'
import { requirement } from './requirement.ts'
import { richDesk } from './rich-desk.fixture.ts'

const tableWith = (options: Partial<WidgetOptions<{}>>) => one(table({ name: 'Table', load: () => [], ...options }))

requirement('TIME-01', async (connect) => {
  const desk = await connect(richDesk())
  for (const id of Object.keys(await desk.widgets())) {
    expect((await desk.ask(id)).headers.get('Cache-Control')).toBe('no-store')
  }
  expect((await desk.send('/options/book')).headers.get('Cache-Control')).toBe('no-store')
})

requirement('TIME-02', async (connect) => {
  const { send } = await connect(richDesk())
  for (const path of ['/widgets.json', '/apps.json', '/agents.json']) {
    const { headers } = await send(path)
    expect(headers.get('Cache-Control')).toMatch(/^no-(store|cache)$/)
    const again = await send(path, { headers: { 'If-None-Match': headers.get('ETag') ?? '' } })
    expect(again.status).toBeOneOf([200, 304])
  }
})

requirement('TIME-03', async (connect) => {
  for (const staleTime of [1000, 300_000, false] as const) {
    expect(await (await connect(tableWith({ staleTime }))).widget()).toMatchObject({ staleTime })
  }
  for (const staleTime of [0, 999]) expectError(tableWith({ staleTime }), /staleTime/, /1000/)
})

requirement('TIME-04', async (connect) => {
  for (const refetchInterval of [1000, false, '*/5 9-17 * * 1-5'] as const) {
    expect(await (await connect(tableWith({ refetchInterval }))).widget()).toMatchObject({ refetchInterval })
  }
  for (const refetchInterval of [0, 999]) expectError(tableWith({ refetchInterval }), /refetchInterval/, /1000/)
})

requirement('TIME-05', async (connect) => {
  for (const runButton of [true, false]) {
    expect(await (await connect(tableWith({ runButton }))).widget()).toMatchObject({ runButton })
  }
})

requirement('TIME-06', async (connect) => {
  const dataUpdateDisplay = '0 18 * * 1-5'
  expect(await (await connect(tableWith({ dataUpdateDisplay }))).widget()).toMatchObject({ dataUpdateDisplay })
})

requirement('TIME-07', () => {
  for (const text of ['* * * *', '* * * * * *', 'every day', '5m']) {
    expectFinding(tableWith({ refetchInterval: text }), /^(error|warning)$/, /refetchInterval/, /cron|field/i)
    expectFinding(tableWith({ dataUpdateDisplay: text }), /^(error|warning)$/, /dataUpdateDisplay/, /cron|field/i)
  }
  expect(tableWith({ refetchInterval: '0,30 9-17/2 * JAN-MAR MON-FRI' }).manifest.diagnostics).toEqual([])
})

requirement('TIME-08', () => {
  const backend = tableWith({ staleTime: 60_000, refetchInterval: 10_000 })
  expectFinding(backend, /^(warning|advice)$/, /staleTime/, /60.?000/)
})
