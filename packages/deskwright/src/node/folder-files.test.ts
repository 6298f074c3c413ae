import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openFolderFiles } from './folder-files.ts'

let base: string
let folder: string
beforeEach(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), 'deskwright-files-')))
  folder = join(base, 'data')
  await mkdir(join(folder, 'sub'), { recursive: true })
  await writeFile(join(base, 'secret.csv'), 'a\n1\n')
  await writeFile(join(folder, 'prices.csv'), 'a\n1\n')
  await writeFile(join(folder, 'sub', 'q\'uo"te.csv'), 'a\n1\n')
})
afterEach(() => rm(base, { recursive: true }))

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('openFolderFiles', () => {
  it('lists files with their paths, without hidden ones', async () => {
    await writeFile(join(folder, '.hidden.csv'), '')
    await mkdir(join(folder, 'node_modules'))
    await writeFile(join(folder, 'node_modules', 'a.csv'), '')
    const files = await openFolderFiles(folder)
    expect(await files.list()).toEqual({
      files: [
        { path: 'prices.csv', size: 4, modified: expect.any(Number) },
        { path: 'sub/q\'uo"te.csv', size: 4, modified: expect.any(Number) },
      ],
      skipped: [],
    })
    expect(files).toMatchObject({ name: 'data', root: folder })
  })

  it('reads whole files and beginnings', async () => {
    const files = await openFolderFiles(folder)
    expect(text(await files.read('prices.csv'))).toBe('a\n1\n')
    expect(text(await files.read('prices.csv', 2))).toBe('a\n')
  })

  it('leaves out links that lead out, and follows those that stay inside', async () => {
    await symlink(join(base, 'secret.csv'), join(folder, 'out.csv'))
    await symlink(base, join(folder, 'up'))
    await symlink('prices.csv', join(folder, 'same.csv'))
    await symlink('gone.csv', join(folder, 'dangling.csv'))
    const { files, skipped } = await (await openFolderFiles(folder)).list()
    expect(files.map(({ path }) => path)).toEqual(['prices.csv', 'same.csv', 'sub/q\'uo"te.csv'])
    expect(skipped).toEqual([
      { path: 'dangling.csv', reason: 'there is no such file' },
      { path: 'out.csv', reason: 'it is a link that leads out of the folder' },
      { path: 'up', reason: 'it is a link that leads out of the folder' },
    ])
  })

  it('does not run in circles', async () => {
    await symlink('..', join(folder, 'sub', 'again'))
    const { files } = await (await openFolderFiles(folder)).list()
    expect(files).toHaveLength(2)
  })

  it.each(['../secret.csv', 'sub/../../secret.csv', '/etc/hostname', 'up/secret.csv', 'gone.csv'])(
    'touches nothing at %s, also when asked for it by name',
    async (path) => {
      await symlink(base, join(folder, 'up'))
      const files = await openFolderFiles(folder)
      await expect(files.read(path)).rejects.toMatchObject({ code: 'folder-file-unavailable' })
      await expect(files.stat(path)).rejects.toMatchObject({ code: 'folder-file-unavailable' })
    },
  )

  it('notices a file that became a link after it was listed', async () => {
    const files = await openFolderFiles(folder)
    await files.list()
    await rm(join(folder, 'prices.csv'))
    await symlink(join(base, 'secret.csv'), join(folder, 'prices.csv'))
    await expect(files.read('prices.csv')).rejects.toMatchObject({ code: 'folder-file-unavailable' })
  })

  it('gives access to one file alone', async () => {
    const files = await openFolderFiles(join(folder, 'prices.csv'))
    expect(await files.list()).toMatchObject({ files: [{ path: 'prices.csv' }] })
    expect(files).toMatchObject({ name: 'prices.csv', only: 'prices.csv', root: folder })
  })

  it('says which folder cannot be read', async () => {
    await expect(openFolderFiles(join(base, 'gone'))).rejects.toMatchObject({ code: 'folder-unreadable' })
  })
})
