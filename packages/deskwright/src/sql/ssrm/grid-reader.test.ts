import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { toSsrmRequest } from '../../define/ssrm-request.ts'
import { createDatabase, type Database } from '../database.ts'
import { duckdb } from '../duckdb/duckdb.ts'
import type { Engine } from '../engine.ts'
import { sql } from '../tag.ts'
import { createFileMaker } from './files.fixture.ts'
import { createGridReader, type GridReaderOptions } from './grid-reader.ts'
import { readJson } from './read-json.fixture.ts'

const files = await createFileMaker()
const rows = Array.from({ length: 3000 }, (_, index) => ({
  id: BigInt(index),
  price: ((index * 7919) % 1000) / 8,
  venue: ['NYSE', 'LSE', 'TSE'][index % 3]!,
}))
const columns = [
  { name: 'id', type: 'INTEGER', kind: 'number', scale: 0 },
  { name: 'price', type: 'DOUBLE', kind: 'float' },
  { name: 'venue', type: 'VARCHAR', kind: 'text' },
] as const
const { file, parquet } = await files.make({ columns, rows })
const opened = duckdb({ file, views: { p: parquet } })
afterAll(async () => {
  await opened.close()
  files.remove()
})

interface Answer {
  readonly rowData: readonly { readonly id: number; readonly price: number; readonly venue: string }[]
  readonly rowCount: number
}

/** What reached the engine. */
let asked: string[] = []
beforeEach(() => {
  asked = []
})
const questions = (word: string) => asked.filter((text) => text.includes(word)).length

/** The database, watched; `change` stands before its engine. */
function watch(change: Partial<Engine> = {}): Database {
  const { engine } = opened
  const watched: Engine = {
    ...engine,
    json: (statement, signal) => {
      asked.push(`${statement.text} with ${statement.values.join()}`)
      return engine.json(statement, signal)
    },
    numbers: (statement, signal) => {
      asked.push(`${statement.text} with ${statement.values.join()}`)
      return engine.numbers!(statement, signal)
    },
    ...change,
  }
  return createDatabase(watched)
}

function read(db: Database, options?: GridReaderOptions) {
  const reader = createGridReader(db, { patience: 60_000, ...options })
  return async (body: object, from = db.table('t') as ReturnType<typeof sql>, signal?: AbortSignal) =>
    (await readJson(reader.answer(from, await toSsrmRequest(body)).json(signal))) as Answer
}

/** Resolves when something has come true. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve))
}

const filterModel = { venue: { filterType: 'set', values: ['LSE'] } }
const sortModel = [{ colId: 'price', sort: 'desc' }]

describe('a grid reader', () => {
  it('counts a filter once, whatever is sorted and however far is scrolled', async () => {
    const ask = read(watch())
    for (const startRow of [0, 100, 500]) {
      expect((await ask({ startRow, endRow: startRow + 100, filterModel })).rowCount).toBe(1000)
    }
    expect((await ask({ startRow: 0, endRow: 100, filterModel, sortModel })).rowCount).toBe(1000)
    expect(questions('count(*)')).toBe(1)
  })

  it('needs no count where the rows end within the page', async () => {
    const ask = read(watch())
    expect((await ask({ startRow: 0, endRow: 5000 })).rowCount).toBe(3000)
    expect((await ask({ startRow: 2900, endRow: 3100 })).rowCount).toBe(3000)
    expect((await ask({ filterModel: { venue: { filterType: 'set', values: [] } } })).rowCount).toBe(0)
    expect(questions('count(*)')).toBe(0)
  })

  it('does not wait for a count that takes long; the next page has it', async () => {
    let proceed: () => void = () => undefined
    const held = new Promise<void>((resolve) => (proceed = resolve))
    const { engine } = opened
    const db = watch({
      async *json(statement, signal) {
        if (statement.text.includes('count(*)')) await held
        return yield* engine.json(statement, signal) as AsyncGenerator<Uint8Array>
      },
    })
    const ask = read(db, { patience: 1 })
    const first = await ask({ startRow: 0, endRow: 100 })
    expect([first.rowData.length, first.rowCount]).toEqual([100, -1])
    proceed()
    let counted = -1
    while (counted < 0) counted = (await ask({ startRow: 100, endRow: 200 })).rowCount
    expect(counted).toBe(3000)
  })

  it('reads the next page before it is asked for', async () => {
    const ask = read(watch())
    await ask({ startRow: 0, endRow: 100, sortModel })
    await until(() => questions('with 100,100') === 1)
    const second = await ask({ startRow: 100, endRow: 200, sortModel })
    expect(questions('with 100,100')).toBe(1)
    expect(second.rowData.map(({ id }) => id)).toEqual(sortedIds().slice(100, 200))
  })

  it('orders rows once; deep pages are read by row number', async () => {
    const ask = read(watch(), { deep: 0 })
    for (const startRow of [2500, 1000, 1700, 10]) {
      const { rowData, rowCount } = await ask({ startRow, endRow: startRow + 50, sortModel })
      expect(rowData.map(({ id }) => id)).toEqual(sortedIds().slice(startRow, startRow + 50))
      expect(rowCount).toBe(3000)
    }
    expect(questions('as k from')).toBe(1)
    expect([questions('offset'), questions('count(*)')]).toEqual([0, 0])
    expect(await ask({ startRow: 9000, endRow: 9100, sortModel })).toEqual({ rowData: [], rowCount: 3000 })
    const rest = await ask({ startRow: 1, endRow: 1e12, sortModel })
    expect(rest.rowData.map(({ id }) => id)).toEqual(sortedIds().slice(1))
  })

  it('answers the same when orders take too much memory, or cannot be made', async () => {
    const broken = (): AsyncIterable<Float64Array> => ({
      [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new TypeError('no order')) }),
    })
    const { engine } = opened
    const without: Engine = {
      dialect: engine.dialect,
      columns: (statement) => engine.columns(statement),
      json: (statement) => engine.json(statement),
      close: async () => undefined,
    }
    for (const ask of [
      read(watch(), { deep: 0, orderBytes: 10 }),
      read(watch({ numbers: broken }), { deep: 0 }),
      read(createDatabase(without)),
    ]) {
      const order = [...sortModel, { colId: 'id', sort: 'asc' }]
      const { rowData, rowCount } = await ask({ startRow: 2000, endRow: 2050, sortModel: order })
      expect(rowData.map(({ id }) => id)).toEqual(sortedIds().slice(2000, 2050))
      expect(rowCount).toBe(3000)
    }
  })

  it('sees a changed file within a second, and forgets what it knew of the old one', async () => {
    let time = 0
    const [ask, changing] = [read(opened, { now: () => time, deep: 0 }), `${files.folder}/changing.parquet`]
    const db = duckdb({ views: { c: changing } })
    const askIt = read(db, { now: () => time, deep: 0 })
    await files.run(`copy (select i as id from range(1000) t(i)) to '${changing}'`)
    const body = { startRow: 10, endRow: 20, sortModel: [{ colId: 'id', sort: 'desc' }] }
    const ids = async () => (await askIt(body, db.table('c'))).rowData.map(({ id }) => id)
    expect(await ids()).toEqual([989, 988, 987, 986, 985, 984, 983, 982, 981, 980])
    await files.run(`copy (select i * 10 as id, 'new' as note from range(2000) t(i)) to '${changing}'`)
    time += 1001
    expect((await ids())[0]).toBe(19_890)
    expect((await askIt({ startRow: 0, endRow: 5 }, db.table('c'))).rowCount).toBe(2000)
    await db.close()
    expect((await ask({ startRow: 0, endRow: 1 }, opened.table('p'))).rowCount).toBe(3000)
  })

  it('takes a query with ties and without a key in the same order each time', async () => {
    const db = watch()
    const ask = read(db)
    const from = sql`select venue, price from t`
    const whole = await ask({ startRow: 0, endRow: 5000, sortModel: [{ colId: 'venue', sort: 'asc' }] }, from)
    const pages = []
    for (let startRow = 0; startRow < 3000; startRow += 700) {
      const page = { startRow, endRow: startRow + 700, sortModel: [{ colId: 'venue', sort: 'asc' }] }
      pages.push(...(await ask(page, from)).rowData)
    }
    expect(pages).toEqual(whole.rowData)
  })

  it('orders the rows of a query that groups, where the query does not', async () => {
    const ask = read(watch())
    const grouped = await ask({}, sql`select venue, count(*) as n from t group by venue`)
    expect(grouped.rowData.map(({ venue }) => venue)).toEqual(['LSE', 'NYSE', 'TSE'])
    const own = await ask({}, sql`select venue, count(*) as n from t group by venue order by venue desc`)
    expect(own.rowData.map(({ venue }) => venue)).toEqual(['TSE', 'NYSE', 'LSE'])
  })

  it('stops the query when the client goes away', async () => {
    const ask = read(opened)
    const client = new AbortController()
    const answer = ask({}, sql`select sum(a.i * b.i) as n from range(200000) a(i), range(200000) b(i)`, client.signal)
    setImmediate(() => client.abort(new TypeError('gone')))
    await expect(answer).rejects.toThrow('gone')
  })
})

function sortedIds(): number[] {
  return rows.toSorted((a, b) => b.price - a.price || Number(a.id - b.id)).map(({ id }) => Number(id))
}
