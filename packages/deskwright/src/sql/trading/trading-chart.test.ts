import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { tradingChart as chartOfFunction } from '../../define/trading/trading-chart.ts'
import { defineBackend } from '../../define-backend.ts'
import type { Fetch } from '../../http/backend.ts'
import type { Database } from '../database.ts'
import { duckdb } from '../duckdb/duckdb.ts'
import { createTestDatabase, type TestDatabase } from '../postgres/test-database.fixture.ts'
import { postgres } from '../postgres/postgres.ts'
import { sql } from '../tag.ts'
import { tradingChart } from './trading-chart.ts'

const symbolInfo = { timezone: 'America/New_York', session: '0930-1600' }
const begin = Date.parse('2026-03-05T14:30:00Z') / 1000 // clocks change on the 8th
const end = begin + 9 * 86_400

/** A bar every 17 minutes, around the clock. */
const bars = Array.from({ length: Math.floor((9 * 86_400) / 1020) }, (_, index) => ({
  time: begin + index * 1020,
  open: index % 13,
  high: 20 + (index % 7),
  low: -(index % 5),
  close: index % 11,
  volume: index % 3,
}))
const values = bars
  .map(({ time, open, high, low, close, volume }) => {
    const text = new Date(time * 1000).toISOString().slice(0, 19).replace('T', ' ')
    return `('ACME', timestamp '${text}', timestamptz '${text}+00', ${open}, ${high}, ${low}, ${close}, ${volume})`
  })
  .join(', ')
const select = `select * from (values ${values}) as v(symbol, time, zoned, open, high, low, close, volume)`

const model = defineBackend({
  name: 'Model',
  widgets: {
    chart: chartOfFunction({
      name: 'Model',
      endpoint: 'udf',
      resolution: '1',
      symbols: [{ name: 'ACME', ...symbolInfo }],
      history: () => bars,
    }),
  },
})

function serve(db: Database, time: 'time' | 'zoned'): Fetch {
  const chart = tradingChart({
    name: 'Bars',
    endpoint: 'udf',
    resolution: '1',
    symbolInfo,
    from: db.table('bars'),
    ohlc: { time },
  })
  return defineBackend({ name: 'Bars', widgets: { chart } }).fetch
}

async function ask(fetch: Fetch, path: string, query: Record<string, string | number>): Promise<unknown> {
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
  const response = await fetch(new Request(`http://desk.test/udf/${path}?${search}`))
  return response.json()
}

let files: TestDatabase
let engines: Readonly<Record<string, Database>>

beforeAll(async () => {
  files = await createTestDatabase()
  await files.run(`create table bars as ${select}`)
  const inDuckdb = duckdb({ views: { bars: sql(Object.assign([select], { raw: [select] })) } })
  engines = { DuckDB: inDuckdb, PostgreSQL: postgres({ url: files.url, settings: files.settings }) }
})

afterAll(async () => {
  await Promise.all(Object.values(engines).map((db) => db.close()))
  await files.remove()
})

describe.each(['DuckDB', 'PostgreSQL'])('a trading chart over a table in %s', (engine) => {
  it('finds the symbols of the table', async () => {
    const fetch = serve(engines[engine]!, 'time')
    expect(await ask(fetch, 'search', { query: 'ac' })).toMatchObject([{ symbol: 'ACME' }])
    expect(await ask(fetch, 'symbols', { symbol: 'ACME' })).toMatchObject({ ...symbolInfo, has_intraday: true })
  })

  it.each(['time', 'zoned'] as const)(
    'makes the bars that the same rows give without it, by the column %s',
    async (time) => {
      const fetch = serve(engines[engine]!, time)
      const resolutions = fc.constantFrom('1', '5', '60', '240', 'D', 'W', 'M')
      const moments = fc.integer({ min: begin - 86_400, max: end + 86_400 })
      const counts = fc.option(fc.integer({ min: 1, max: 40 }), { nil: undefined })
      await fc.assert(
        fc.asyncProperty(resolutions, moments, moments, counts, async (resolution, one, other, countback) => {
          const [from, to] = one < other ? [one, other] : [other, one]
          const query = { symbol: 'ACME', resolution, from, to, ...(countback !== undefined && { countback }) }
          expect(await ask(fetch, 'history', query)).toEqual(await ask(model.fetch, 'history', query))
        }),
        { numRuns: 25 },
      )
    },
  )
})
