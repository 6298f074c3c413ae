import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { execFile } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { captureRun } from '../captured-run.fixture.ts'
import { startChild } from '../child.fixture.ts'

const library = fileURLToPath(new URL('../../..', import.meta.url))

describe('workbench', () => {
  it.each(['ftp://a.example', 'desk.ts', '127.0.0.1:8000', 'http://a.example/?key=1'])('refuses %s', async (url) => {
    const { code, stderr } = await captureRun(['workbench', url])
    expect(code).toBe(2)
    expect(stderr).toContain(`<url> needs the address of a backend such as http://127.0.0.1:8000; it got "${url}".`)
  })

  it('tells its page the backends, each with the keys behind it', async () => {
    const given = ['http://127.0.0.1:8000/desk/widgets.json', '--header', 'X-API-KEY: secret', 'http://127.0.0.1:8001/']
    const child = startChild(['workbench', ...given, '--query', 'token=t', '--port', '0', '--json'], { cwd: library })
    onTestFinished(() => child.signal('SIGKILL'))
    const [, line = ''] = await child.expectLine('stdout', /^(\{"event":"listening".*\})\n/m)
    expect(line).not.toContain('secret')
    const { url } = JSON.parse(line) as { url: string }
    expect(await (await fetch(`${url}/connections.json`)).json()).toMatchObject({
      connections: [
        { name: '127.0.0.1:8000', url: 'http://127.0.0.1:8000/desk', headers: { 'X-API-KEY': 'secret' }, query: {} },
        { name: '127.0.0.1:8001', url: 'http://127.0.0.1:8001', headers: {}, query: { token: 't' } },
      ],
    })
    child.signal('SIGTERM')
    expect(await child.ended).toBe(0)
  })
})

describe('without the package of the Workbench', () => {
  let folder = ''

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskwright-alone-'))
    const modules = join(folder, 'node_modules')
    await mkdir(join(modules, 'deskwright'), { recursive: true })
    await cp(join(library, 'dist'), join(modules, 'deskwright/dist'), { recursive: true })
    const text = await readFile(join(library, 'package.json'), 'utf8')
    await writeFile(join(modules, 'deskwright/package.json'), text)
    for (const name of Object.keys((JSON.parse(text) as { dependencies: object }).dependencies)) {
      await mkdir(dirname(join(modules, name)), { recursive: true })
      await symlink(join(library, '../../node_modules', name), join(modules, name), 'junction')
    }
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('names the line that installs it', async () => {
    const main = join(folder, 'node_modules/deskwright/dist/cli/main.js')
    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
      execFile(process.execPath, [main, 'workbench', 'http://127.0.0.1:1'], { cwd: folder }, (error, _out, stderr) =>
        resolve({ code: error?.code, stderr }),
      )
    })
    expect(code).toBe(1)
    expect(stderr).toContain('npm install --save-dev @deskwright/workbench')
  })
})
