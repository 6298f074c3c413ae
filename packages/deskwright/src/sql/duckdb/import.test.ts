import { existsSync } from 'node:fs'
import { afterAll, describe, expect, it, onTestFinished } from 'vitest'
import { toSsrmRequest } from '../../define/ssrm-request.ts'
import { createFileMaker } from '../ssrm/files.fixture.ts'
import { createGridReader } from '../ssrm/grid-reader.ts'
import { readJson } from '../ssrm/read-json.fixture.ts'
import { sql } from '../tag.ts'
import { duckdb, type DuckdbOptions } from './duckdb.ts'

const files = await createFileMaker()
afterAll(() => files.remove())

let count = 0
/** Files with these numbers, to be copied to a database of their own. */
async function makeFiles(last: number) {
  count += 1
  const [parquet, csv, copy] = ['parquet', 'csv', 'copy.duckdb'].map((ending) => `${files.folder}/i${count}.${ending}`)
  const write = async (to: number) => {
    await files.run(`copy (select i as x, i % 7 as y from range(${to}) t(i)) to '${parquet}'`)
    await files.run(`copy (select i as x from range(${to}) t(i)) to '${csv}'`)
  }
  await write(last)
  const messages: string[] = []
  const options: DuckdbOptions = {
    views: { p: parquet!, c: csv!, both: sql`select p.x from p join c using (x)` },
    import: copy!,
    log: (message) => void messages.push(message),
  }
  const open = () => {
    const db = duckdb(options)
    onTestFinished(() => db.close())
    const sum = async (view: string) => (await db.values(sql`select sum(x) from ${db.table(view)}`))[0]
    return { db, sum, copied: (view: string) => messages.filter((text) => text === `Copied view "${view}"`).length }
  }
  return { write, open, copy: copy!, messages }
}

const sumTo = (last: number) => (last * (last - 1)) / 2
const until = async (isTrue: () => boolean | Promise<boolean>) => {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 5))
}

describe('copies of files', () => {
  it('takes the place of the files once it is complete, with the same rows', async () => {
    const { open, copy } = await makeFiles(1000)
    const { db, sum, copied } = open()
    expect(await sum('p')).toBe(sumTo(1000))
    await until(() => copied('p') === 1 && copied('c') === 1)
    expect(existsSync(copy)).toBe(true)
    for (const view of ['p', 'c', 'both']) expect(await sum(view)).toBe(sumTo(1000))
    expect(
      await db.values(sql`select distinct sql like '%imported%' from duckdb_views() where view_name in ('p', 'c')`),
    ).toEqual([true])
  })

  it('is used by the next process as it is', async () => {
    const { open } = await makeFiles(1000)
    const first = open()
    await first.sum('p')
    await until(() => first.copied('c') === 1)
    await first.db.close()
    const next = open()
    expect(await next.sum('p')).toBe(sumTo(1000))
    expect(await next.db.values(sql`select count(*) from duckdb_views() where sql like '%imported.main%'`)).toEqual([2])
    expect(next.copied('p')).toBe(1)
  })

  it('gives way to a file that has changed, and follows it', async () => {
    const { open, write } = await makeFiles(1000)
    const { sum, copied, db } = open()
    await sum('p')
    await until(() => copied('p') === 1 && copied('c') === 1)
    const reader = createGridReader(db)
    const grid = async () =>
      (await readJson(reader.answer(db.table('p'), await toSsrmRequest({ endRow: 1 })).json())) as { rowCount: number }
    expect((await grid()).rowCount).toBe(1000)
    await write(2000)
    await until(async () => (await sum('p')) === sumTo(2000))
    await until(() => copied('p') === 2 && copied('c') === 2)
    expect(await sum('c')).toBe(sumTo(2000))
    await until(async () => (await grid()).rowCount === 2000)
  })

  it('reads the files where the copies cannot be made, and says so', async () => {
    const { open, messages } = await makeFiles(100)
    const [first, second] = [open(), open()]
    await first.sum('p')
    expect(await second.sum('p')).toBe(sumTo(100))
    await until(() => messages.some((text) => text.startsWith('The files are read as they are')))
  })

  it('closes while it copies', async () => {
    const { open } = await makeFiles(2_000_000)
    const { sum, db } = open()
    await sum('p')
    await db.close()
    const next = open()
    expect(await next.sum('p')).toBe(sumTo(2_000_000))
    await until(() => next.copied('p') >= 1)
  })
})
