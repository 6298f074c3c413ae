import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defineBackend, multiFileViewer, param } from '../index.ts'
import { filesSchema } from '../spec/index.ts'
import { localFiles } from './local-files.ts'

let home: string

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'deskwright-files-'))
  await mkdir(join(home, 'reports/2026'), { recursive: true })
  await writeFile(join(home, 'secret.txt'), 'secret')
  await writeFile(join(home, 'reports/q1.pdf'), '%PDF-1.4 one')
  await writeFile(join(home, 'reports/2026/notes.md'), '# Notes')
  await writeFile(join(home, 'reports/fake.pdf'), 'no pdf')
  await writeFile(join(home, 'reports/.hidden.txt'), 'hidden')
  await symlink(join(home, 'secret.txt'), join(home, 'reports/link.txt'))
})

afterAll(() => rm(home, { recursive: true, force: true }))

const post = async (names: readonly string[]) => {
  const reports = localFiles(join(home, 'reports'))
  const backend = defineBackend({
    name: 'Reports',
    widgets: {
      viewer: multiFileViewer({
        name: 'Reports',
        params: {
          doc: param.endpoint('Reports', {
            multiSelect: true,
            roles: ['fileSelector'],
            options: () => reports.options(),
          }),
        },
        load: ({ doc }) => reports.loadAll(doc),
      }),
    },
  })
  const request = new Request('http://desk.test/widgets/viewer', {
    method: 'POST',
    body: JSON.stringify({ doc: names }),
  })
  const response = await backend.fetch(request)
  return filesSchema.parse(await response.json())
}

describe('the documents of a folder', () => {
  it('are listed when Workspace can show them', async () => {
    expect(await localFiles(join(home, 'reports')).options()).toEqual(['2026/notes.md', 'q1.pdf'])
  })

  it('are served in the order they were asked for, and those that are missing say so in their place', async () => {
    const files = await post(['2026/notes.md', 'gone.pdf', 'q1.pdf'])
    expect(files.map((file) => ('content' in file ? file.content : undefined))).toEqual([
      Buffer.from('# Notes').toString('base64'),
      'gone.pdf is not there.',
      Buffer.from('%PDF-1.4 one').toString('base64'),
    ])
  })

  it('that are hidden are not there, by whatever path', async () => {
    const files = await post(['.hidden.txt', '2026/../.hidden.txt', './.hidden.txt'])
    expect(files.map(({ content }) => content)).toEqual(Array(3).fill('.hidden.txt is not there.'))
  })

  it('never come from outside, whatever a name says', async () => {
    const outside = ['../secret.txt', 'link.txt', join(home, 'secret.txt'), '2026/../../secret.txt', '..\\secret.txt']
    const parts = fc.constantFrom('..', '.', '/', '\\', 'secret.txt', '2026', '%2e%2e', '\0', '~', 'link.txt', 'C:')
    const names = fc.array(parts, { minLength: 1, maxLength: 8 }).map((found) => found.join('/'))
    const secret = Buffer.from('secret').toString('base64')
    expect(JSON.stringify(await post(outside))).not.toContain(secret)
    await fc.assert(
      fc.asyncProperty(names, async (name) => {
        expect(JSON.stringify(await post([name]))).not.toContain(secret)
      }),
    )
  })
})
