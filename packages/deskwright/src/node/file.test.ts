import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { file } from './file.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskwright-file-'))
  await writeFile(join(folder, 'desk.svg'), '<svg/>')
  await writeFile(join(folder, 'desk.PNG'), 'png')
  await writeFile(join(folder, 'desk.txt'), 'text')
})
afterAll(() => rm(folder, { recursive: true }))

it('makes a picture from a path, with the content type of its extension', async () => {
  const picture = file(join(folder, 'desk.svg'))
  expect(picture).toMatchObject({ name: 'desk.svg', contentType: 'image/svg+xml' })
  expect(new TextDecoder().decode(await picture.load())).toBe('<svg/>')
})

it('makes a picture from a file URL, and reads extensions in any case', () => {
  expect(file(pathToFileURL(join(folder, 'desk.PNG')))).toMatchObject({ name: 'desk.PNG', contentType: 'image/png' })
})

it('refuses a file that is no picture, and names what is', () => {
  expect(() => file(join(folder, 'desk.txt'))).toThrow(
    expect.objectContaining({ code: 'asset-type-unknown', hint: expect.stringContaining('.webp') }),
  )
})

it('refuses a missing file at once', () => {
  const missing = join(folder, 'missing.png')
  expect(() => file(missing)).toThrow(
    expect.objectContaining({
      code: 'asset-unreadable',
      message: `The picture "${missing}" cannot be read: there is no such file.`,
    }),
  )
})

it('says which file is gone when it vanishes before it is asked for', async () => {
  const path = join(folder, 'gone.gif')
  await writeFile(path, 'gif')
  const picture = file(path)
  await rm(path)
  await expect(picture.load()).rejects.toMatchObject({ code: 'asset-unreadable' })
})
