import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testBackend } from 'deskwright/testing'
import {
  createTestDatabase,
  type TestDatabase,
} from '../../packages/deskwright/src/sql/postgres/test-database.fixture.ts'

const open = async () => {
  const { default: backend } = await import('./backend.ts')
  const { db } = await import('./data.ts')
  return { backend, db, desk: testBackend(backend) }
}

let home: TestDatabase
let parts: Awaited<ReturnType<typeof open>>
let seeded: string
const schema = `warehouse_${process.pid}`
beforeAll(async () => {
  home = await createTestDatabase()
  Object.assign(process.env, { DATABASE_URL: home.url, WAREHOUSE_SCHEMA: schema })
  const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(new URL('seed.js', import.meta.url))])
  seeded = stdout
  parts = await open()
})
afterAll(async () => {
  await parts.db.close()
  await home.run(`drop schema ${schema} cascade`)
  await home.remove()
})

describe('the film warehouse', () => {
  it('is filled by its own script', () => {
    expect(seeded).toBe(`2864 films in "${schema}"\n`)
  })

  it('has nothing to complain about', () => {
    expect(parts.backend.manifest.diagnostics).toEqual([])
  })

  it('sums up genres', async () => {
    const rows = await parts.desk.get('genres')
    expect(rows[0]).toMatchObject({ genre: 'Drama', films: expect.any(Number), trend: expect.any(Array) })
    expect(rows.reduce((sum, { films }) => sum + Number(films), 0)).toBe(2864)
  })

  it('offers the distributors of a genre', async () => {
    const ofWesterns = await parts.desk.options('figures', 'distributors', { genre: 'Western' })
    const ofDramas = await parts.desk.options('figures', 'distributors', { genre: 'Drama' })
    expect(ofWesterns.length).toBeGreaterThan(3)
    expect(ofDramas.length).toBeGreaterThan(ofWesterns.length)
    expect(await parts.desk.options('figures', 'distributors', { genre: `' or 1 = 1 --` })).toEqual([])
  })

  it('counts the films of a genre and of some distributors', async () => {
    const all = await parts.desk.get('figures', { genre: 'Western', distributors: [] })
    expect(all).toContainEqual({ label: 'Films', value: '36' })
    const some = await parts.desk.get('figures', { genre: 'Western', distributors: ['MGM', 'Universal'] })
    expect(some).toContainEqual({ label: 'Films', value: '5' })
  })

  it('draws the years', async () => {
    const figure = await parts.desk.get('years', { genre: 'Musical' })
    expect(JSON.stringify(figure)).toContain('World gross, $ m')
  })

  it('pages, sorts and filters the films on the server', async () => {
    const { rowData, rowCount } = await parts.desk.post('films', {
      startRow: 0,
      endRow: 3,
      sortModel: [{ colId: 'world_gross', sort: 'desc' }],
      filterModel: { released: { filterType: 'date', type: 'lessThan', dateFrom: '2000-01-01 00:00:00' } },
    })
    expect(rowData.map(({ title }) => title)).toContain('Titanic')
    expect(rowCount).toBeGreaterThan(500)
  })

  it('groups the films', async () => {
    const { rowData } = await parts.desk.post('films', {
      rowGroupCols: [{ id: 'genre', field: 'genre', displayName: 'Genre' }],
      valueCols: [{ id: 'world_gross', field: 'world_gross', displayName: 'World gross', aggFunc: 'sum' }],
    })
    expect(rowData).toHaveLength(12)
  })
})
