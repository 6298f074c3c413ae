import { mkdir, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Child } from './child.fixture.ts'
import { getJson, useProject } from './project.fixture.ts'

const project = useProject()

beforeEach(async () => {
  await mkdir(join(project.folder(), 'data/equity'), { recursive: true })
  await project.write('data/prices.csv', 'symbol,close\nA,1\n')
  await project.write('data/equity/notes.md', '# Notes\n')
})

async function expectEvent(child: Child, event: string): Promise<unknown> {
  const [, line = ''] = await child.expectLine('stdout', new RegExp(`^(\\{"event":"${event}".*\\})\\n`, 'm'))
  return JSON.parse(line)
}

describe.each(['dev', 'start'])('%s of a folder', (command) => {
  it('serves what is in it, and follows its changes', async () => {
    const { child, url } = await project.startServer(command, 'data', '--port', '0')
    expect(await getJson(`${url}/widgets/prices`)).toEqual([{ symbol: 'A', close: 1 }])
    expect(await getJson(`${url}/apps.json`)).toMatchObject([{ name: 'Data', tabs: { data: {}, equity: {} } }])
    await child.expectLine('stderr', /Watching/)

    await project.write('data/prices.csv', 'symbol,last\nA,2\n')
    expect(await expectEvent(child, 'reloaded')).toMatchObject({ widgets: { changed: ['prices'] } })
    expect(await getJson(`${url}/widgets/prices`)).toEqual([{ symbol: 'A', last: 2 }])

    await project.write('data/broken.csv', 'a,b\n1\n')
    expect(await expectEvent(child, 'reloaded')).toMatchObject({
      widgets: { added: ['broken'] },
      diagnostics: [{ severity: 'warning', message: expect.stringContaining('line 2: it has 1 field where') }],
    })

    await rm(join(project.folder(), 'data/broken.csv'))
    expect(await expectEvent(child, 'reloaded')).toMatchObject({ widgets: { removed: ['broken'] }, diagnostics: [] })
  })
})

describe('a command that takes an entry', () => {
  it('takes one data file', async () => {
    const { url } = await project.startServer('start', 'data/prices.csv', '--port', '0')
    expect(Object.keys((await getJson(`${url}/widgets.json`)) as object)).toEqual(['prices'])
  })

  it('lists a folder, with what is left out', async () => {
    await symlink('/etc', join(project.folder(), 'data/etc'))
    const child = project.start(['list', 'data'])
    expect(await child.ended).toBe(0)
    expect(child.stdout()).toContain('prices\ttable\twidgets/prices')
    expect(child.stderr()).toContain('"etc" is left out: it is a link that leads out of the folder.')
  })

  it('exports the documents of a folder', async () => {
    const child = project.start(['export', 'data', '--out', 'public', '--json'])
    expect(await child.ended).toBe(0)
    expect(JSON.parse(child.stdout())).toMatchObject({ files: expect.arrayContaining(['public/widgets.json']) })
  })

  it('says that an empty folder shows nothing', async () => {
    await mkdir(join(project.folder(), 'nothing'))
    const child = project.start(['list', 'nothing'])
    expect(await child.ended).toBe(0)
    expect(child.stderr()).toContain('folder-empty')
  })
})
