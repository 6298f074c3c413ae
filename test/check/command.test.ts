import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runCli } from '../cli/cli.ts'

const sound = { prices: { name: 'Prices', description: 'Of the day', endpoint: 'prices' } }
const app = (i: string) => ({
  name: 'Desk',
  allowCustomization: true,
  tabs: { '': { id: '', name: '', layout: [{ i, x: 0, y: 0, w: 40, h: 10 }] } },
  groups: [],
  prompts: [],
})

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskwright-check-'))
})
afterEach(() => rm(folder, { recursive: true }))

const write = (name: string, content: unknown) =>
  writeFile(join(folder, name), typeof content === 'string' ? content : `${JSON.stringify(content, undefined, 2)}\n`)
const read = (name: string) => readFile(join(folder, name), 'utf8')
const run = (...given: string[]) => runCli(['check', ...given], { folder })

describe('deskwright check', () => {
  test('says that a folder is sound', async () => {
    await write('widgets.json', sound)
    await write('apps.json', [app('prices')])
    expect(await run('.')).toEqual({
      code: 0,
      stdout: '.: no problems\nWorkspace will load the widget. Workspace will load the app.\n',
      stderr: '',
    })
  })

  test('knows documents by their shape, and holds those of one folder against each other', async () => {
    await write('one.json', sound)
    await write('two.json', [app('price')])
    const { code, stdout } = await run('two.json', 'one.json')
    expect(code).toBe(0)
    expect(stdout).toContain('layout-id  two.json:11:18')
    expect(stdout).toContain('"price" is neither a widget of this backend')
  })

  test('finds an error: the widget, its line, and what it costs', async () => {
    await write('widgets.json', { ...sound, trades: { ...sound.prices, type: 'tabel', endpoint: 'trades' } })
    const { code, stdout } = await run('widgets.json', '--verbose')
    expect(code).toBe(1)
    expect(stdout).toMatch(
      /widget "trades"\n {2}error {4}type: "tabel" came; allowed: .* {2}value-illegal {2}widgets\.json:11:13\n/,
    )
    expect(stdout).toContain('costs: all widgets of the backend')
    expect(stdout).toContain('fix: Write "table". (--fix does it)')
    expect(stdout).toMatch(/> 11 \| {5}"type": "tabel"\n *\| {13}\^{7}\n/)
    expect(stdout).toMatch(
      /Workspace will load none of the 2 widgets: widget "trades" is refused, and that costs all of them\.\n$/,
    )
  })

  test('does not fail because of warnings', async () => {
    await write('widgets.json', { prices: { ...sound.prices, refreshInterval: 5 } })
    expect(await run('.')).toMatchObject({ code: 0, stdout: expect.stringContaining('1 warning') })
  })

  test('mends files, after it showed the changes', async () => {
    const text =
      '{\n  // all\n  "prices": { "name": "Prices", "description": "D", "endpoint": "p", "type": "tabel", },\n}\n'
    await write('widgets.json', text)
    const shown = await run('.', '--fix', '--dry-run')
    expect(shown).toMatchObject({ code: 1, stderr: expect.stringContaining('-  // all\n') })
    expect(await read('widgets.json')).toBe(text)
    expect(await run('.', '--fix')).toMatchObject({ code: 0, stderr: shown.stderr.replace('would mend', 'mended') })
    expect(await read('widgets.json')).toBe(
      '{\n  "prices": { "name": "Prices", "description": "D", "endpoint": "p", "type": "table" }\n}\n',
    )
  })

  test('reads a module that exports a backend', async () => {
    const { code, stdout } = await runCli(['check', 'examples/hello/backend.ts'])
    expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('no problems') })
  })

  test.each([
    [['missing.json'], 1, 'There is no file or folder "missing.json".'],
    [[], 2, 'what'],
    [['.', '--format', 'xml'], 2, '--format needs one of text, json, junit, sarif, github, markdown'],
  ])('refuses %j', async (given, code, message) => {
    expect(await run(...given)).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(message) })
  })

  test('writes JSON on one line for programs', async () => {
    await write('widgets.json', { prices: { ...sound.prices, id: 'prices' } })
    const { stdout } = await run('.', '--json')
    expect(stdout.trim().split('\n')).toHaveLength(1)
    expect(JSON.parse(stdout)).toMatchObject({
      subject: '.',
      verdict: { widgets: { total: 1, loaded: 1 } },
      counts: { errors: 0, warnings: 1, advice: 0 },
      findings: [{ code: 'key-undocumented', loses: 'nothing', place: { pointer: '/prices/id', range: { line: 6 } } }],
    })
  })
})

describe('every example', () => {
  test.each(['folder/data', 'hello/backend.ts', 'markets/backend.ts', 'parquet/backend.ts'])(
    '%s is clean',
    async (path) => {
      expect(await runCli(['check', `examples/${path}`])).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('no problems'),
      })
    },
  )
})
