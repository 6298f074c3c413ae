import { mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openEntry } from './open-entry.ts'

let folder: string
beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'deskwright-open-')))
  await writeFile(join(folder, 'prices.csv'), 'a,b\n1,2\n')
  await writeFile(join(folder, 'desk.mjs'), 'export default {}')
})
afterAll(() => rm(folder, { recursive: true }))

describe('openEntry', () => {
  it('takes a folder and a data file for data, and watches it', async () => {
    expect(await openEntry(folder)).toMatchObject({ isData: true, folder, watch: expect.any(Function) })
    const file = await openEntry(join(folder, 'prices.csv'))
    expect(file).toMatchObject({ isData: true, folder, watch: expect.any(Function) })
    expect(Object.keys((await file.load()).manifest.widgets)).toEqual(['prices'])
  })

  it('takes anything else for a module', async () => {
    expect(await openEntry(join(folder, 'desk.mjs'))).toMatchObject({ isData: false, folder })
    await expect((await openEntry(join(folder, 'gone'))).load()).rejects.toMatchObject({ code: 'entry-not-found' })
  })

  it('takes the address of a database for data that nothing watches', async () => {
    const entry = await openEntry('postgres://nobody@127.0.0.1:1/market')
    expect(entry).toMatchObject({ isData: true })
    expect(entry.watch).toBeUndefined()
    await expect(entry.load()).rejects.toMatchObject({ code: 'sql-unreachable' })
  })

  it('says what a file is that is neither', async () => {
    await writeFile(join(folder, 'notes.xyz'), '')
    const { manifest } = await (await openEntry(join(folder, 'notes.xyz'))).load()
    expect(manifest.diagnostics).toMatchObject([{ code: 'folder-empty' }])
  })
})
