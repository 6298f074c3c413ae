import { describe, expect, it } from 'vitest'
import type { DuckDBBlobVector } from '@duckdb/node-api'
import { createDatabase } from '../database.ts'
import { sql } from '../tag.ts'
import type { Driver } from './driver.ts'
import { createDuckdbEngine } from './engine.ts'
import { readText } from './read-text.ts'

const plan = { file: undefined, settings: {}, views: [] }

describe('createDuckdbEngine', () => {
  it('says how to install a driver that is missing', async () => {
    const db = createDatabase(
      createDuckdbEngine({
        ...plan,
        load: () => Promise.reject(new TypeError("Cannot find package '@duckdb/node-api'\nat x")),
      }),
    )
    await expect(db.values(sql`select 1`)).rejects.toMatchObject({
      code: 'sql-driver-missing',
      message:
        "duckdb() needs the package @duckdb/node-api, which could not be loaded: Cannot find package '@duckdb/node-api'",
      hint: 'Run: npm install @duckdb/node-api',
    })
  })

  it('opens on first use, once, and again when that failed', async () => {
    let loads = 0
    const load = async () => {
      loads += 1
      if (loads === 1) throw new TypeError('not yet')
      return import('@duckdb/node-api')
    }
    const db = createDatabase(createDuckdbEngine({ ...plan, load }))
    expect(loads).toBe(0)
    const first = await Promise.allSettled([db.values(sql`select 1`), db.values(sql`select 2`)])
    expect(first.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(await Promise.all([db.values(sql`select 1`), db.values(sql`select 2`)])).toEqual([[1], [2]])
    expect(loads).toBe(2)
    await db.close()
  })
})

describe('readText', () => {
  it('reads row by row where the driver does not show its entries', () => {
    const chunk = { getColumnVector: () => ({}), getColumnValues: () => [',{"a":1}', ',{"a":"é"}'], rowCount: 2 }
    const pieces = [...readText({} as Driver & { DuckDBBlobVector: DuckDBBlobVector }, chunk as never)]
    expect(new TextDecoder().decode(pieces[0])).toBe(',{"a":1},{"a":"é"}')
  })
})
