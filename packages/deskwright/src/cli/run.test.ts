import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { captureRun } from './captured-run.fixture.ts'
import { commands } from './commands.ts'

/** A backend without the library: whatever has its shape is one. */
const desk = (diagnostics = '[]') => `
  const widgets = {
    prices: { name: 'Prices', endpoint: 'widgets/prices', type: 'table', params: [{ paramName: 'symbol' }, [{ paramName: 'day' }]] },
    note: { name: 'Note', endpoint: 'widgets/note', type: 'markdown' },
  }
  const apps = [{ name: 'Desk', tabs: { overview: { id: 'overview', name: 'Overview', layout: [] } } }]
  const diagnostics = ${diagnostics}
  const manifest = { name: 'Fake', widgets, apps, agents: {}, routes: [], diagnostics }
  export default { name: 'Fake', options: { name: 'Fake', widgets: {} }, manifest, createFetch() {} }
`
const finding = (severity: string) =>
  `[{ code: 'c', severity: '${severity}', where: 'widget "prices"', path: 'name', message: 'It is bad.', hint: 'Mend it.' }]`

let folder: string
let entry: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskwright-cli-'))
  entry = join(folder, 'desk.mjs')
  await writeFile(entry, desk())
  await writeFile(join(folder, 'warned.mjs'), desk(finding('warning')))
  await writeFile(join(folder, 'broken.mjs'), desk(finding('error')))
})
afterAll(() => rm(folder, { recursive: true }))

describe('help', () => {
  it('lists every command on standard output', async () => {
    const { code, stdout, stderr } = await captureRun(['--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const { name, summary } of commands) expect(stdout).toMatch(new RegExp(`^  ${name} +${summary}`, 'm'))
  })

  it('is shown as a mistake when nothing was asked', async () => {
    expect(await captureRun([])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Commands') })
  })

  it.each(commands.map((command) => [command.name, command] as const))(
    'of %s has its options and examples',
    async (name, command) => {
      const { code, stdout } = await captureRun([name, '--help'])
      expect(code).toBe(0)
      for (const option of command.options) expect(stdout).toContain(`--${option}`)
      for (const [line] of command.examples) expect(stdout).toContain(line)
    },
  )

  it('keeps its lines short', async () => {
    const runs = await Promise.all(
      ['start', 'dev', 'export', 'list', 'cert'].map((name) => captureRun([name, '--help'])),
    )
    expect(
      Math.max(...runs.flatMap(({ stdout }) => stdout.split('\n').map((line) => line.length))),
    ).toBeLessThanOrEqual(100)
  })
})

describe('version', () => {
  it('is the version of the package', async () => {
    const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string
    }
    expect(await captureRun(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' })
    expect((await captureRun(['-v', '--json'])).stdout).toBe(`{"version":"${version}"}\n`)
  })
})

describe('list', () => {
  it('writes tab-separated lines into a pipe', async () => {
    expect((await captureRun(['list', entry])).stdout).toBe(
      [
        'id\ttype\tpath\tparams',
        'prices\ttable\twidgets/prices\tsymbol day',
        'note\tmarkdown\twidgets/note\t',
        '',
        'app\ttabs',
        'Desk\tOverview',
        '',
      ].join('\n'),
    )
  })

  it('writes aligned columns with a bold head on a terminal', async () => {
    const { stdout } = await captureRun(['list', entry], {}, true)
    expect(stdout).toContain('\u001B[1mid      type      path            params\u001B[22m\n')
    expect(stdout).toContain('\nprices  table     widgets/prices  symbol day\n')
  })

  it('honours NO_COLOR', async () => {
    expect((await captureRun(['list', entry], { NO_COLOR: '1' }, true)).stdout).not.toContain('\u001B')
  })

  it('writes one JSON value for programs', async () => {
    expect(JSON.parse((await captureRun(['list', entry, '--json'])).stdout)).toEqual({
      name: 'Fake',
      widgets: [
        { id: 'prices', type: 'table', path: 'widgets/prices', params: ['symbol', 'day'] },
        { id: 'note', type: 'markdown', path: 'widgets/note', params: [] },
      ],
      apps: [{ name: 'Desk', tabs: ['Overview'] }],
      diagnostics: [],
    })
  })

  it('lists a backend with errors, shows them and finds a problem', async () => {
    const { code, stdout, stderr } = await captureRun(['list', join(folder, 'broken.mjs')])
    expect({ code, stdout }).toMatchObject({ code: 1, stdout: expect.stringContaining('prices\ttable') })
    expect(stderr).toContain('widget "prices" › name')
  })
})

describe('export', () => {
  it('writes the three documents and says where', async () => {
    const out = join(folder, 'public', 'deep')
    const { code, stdout } = await captureRun(['export', entry, '--out', out])
    const files = ['widgets.json', 'apps.json', 'agents.json'].map((name) => join(out, name))
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${files.join('\n')}\n` })
    const [widgets, apps, agents] = await Promise.all(files.map((file) => readFile(file, 'utf8').then(JSON.parse)))
    expect(Object.keys(widgets as object)).toEqual(['prices', 'note'])
    expect(apps).toMatchObject([{ name: 'Desk' }])
    expect(agents).toEqual({})
  })

  it('shows warnings and writes all the same', async () => {
    const out = join(folder, 'warned')
    const { code, stderr } = await captureRun(['export', join(folder, 'warned.mjs'), '--out', out])
    expect({ code, stderr }).toMatchObject({ code: 0, stderr: expect.stringContaining('It is bad.') })
  })

  it('writes nothing of a backend with errors', async () => {
    const out = join(folder, 'broken')
    const { code, stdout, stderr } = await captureRun(['export', join(folder, 'broken.mjs'), '--out', out])
    expect({ code, stdout, stderr }).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('fix: Mend it.'),
    })
    await expect(readFile(join(out, 'widgets.json'))).rejects.toThrow('ENOENT')
  })

  it('needs a folder that can be written', async () => {
    expect(await captureRun(['export', entry])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Add --out <folder>.'),
    })
    const { code, stderr } = await captureRun(['export', entry, '--out', join(entry, 'below')])
    expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('output-unwritable') })
  })
})

describe('mistakes', () => {
  it('are told in JSON on standard output and in words on standard error', async () => {
    const { code, stdout, stderr } = await captureRun(['list', join(folder, 'missing.ts'), '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'entry-not-found', hint: expect.any(String) } })
    expect(stderr).toContain('There is no module')
  })

  it('carry the findings of a backend with errors', async () => {
    const { stdout } = await captureRun(['export', join(folder, 'broken.mjs'), '--out', folder, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      error: { code: 'backend-invalid', diagnostics: [{ where: 'widget "prices"', path: 'name' }] },
    })
  })

  it.each(['strat', 'start', 'start a.ts --prot 1', 'start a.ts --port x', 'export a.ts extra'])(
    'of the command line "%s" end with 2',
    async (line) => {
      expect((await captureRun(line.split(' '))).code).toBe(2)
    },
  )

  it('of half a certificate end with 2', async () => {
    const { code, stderr } = await captureRun(['start', entry, '--ssl-keyfile', 'key.pem'])
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('Add --ssl-certfile <file>.') })
  })
})
