import { type ChildProcess, spawn } from 'node:child_process'
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../house/root.ts'
import { npm, runScript } from './npm.ts'

const compilers = { 'typescript-5': 'npm:typescript@5.9.3', 'typescript-7': 'npm:typescript@7.0.2' }

/** Kept small on purpose: no @types/node, and the declarations of the library are checked too. */
const compilerOptions = {
  strict: true,
  noEmit: true,
  target: 'es2023',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  types: [],
}

const resolutions = {
  nodenext: { module: 'nodenext', moduleResolution: 'nodenext' },
  bundler: { module: 'esnext', moduleResolution: 'bundler' },
}

describe('the packed library in an empty project', () => {
  let project = ''

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'deskwright-consumer-'))
    await writeFile(
      join(project, 'package.json'),
      JSON.stringify({ name: 'consumer', private: true, type: 'module', devDependencies: compilers }),
    )
    const [packed] = JSON.parse(
      await npm(join(root, 'packages/deskwright'), 'pack', '--json', '--pack-destination', project),
    ) as { filename: string }[]
    await npm(
      project,
      'install',
      '--no-offline',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      `./${packed?.filename}`,
    )
    await cp(join(root, 'examples/hello/backend.ts'), join(project, 'backend.ts'))
    for (const [name, options] of Object.entries(resolutions)) {
      const config = { compilerOptions: { ...compilerOptions, ...options }, files: ['backend.ts'] }
      await writeFile(join(project, `tsconfig.${name}.json`), JSON.stringify(config))
    }
  })
  afterAll(() => rm(project, { recursive: true, force: true }))

  describe.each(Object.keys(compilers))('under %s', (compiler) => {
    it.each(Object.keys(resolutions))("type-checks the README's example with %s resolution", async (resolution) => {
      const script = join(project, 'node_modules', compiler, 'bin/tsc')
      expect(await runScript(project, script, '-p', `tsconfig.${resolution}.json`)).toBe('')
    })
  })

  it('holds neither tests nor sources', async () => {
    const files = await readdir(join(project, 'node_modules/deskwright'), { recursive: true })
    expect(files.filter((file) => /\.test\.|\.test-d\.|\.fixture\.|^src/.test(file))).toEqual([])
  })

  it('explains itself by npx', async () => {
    expect(await npm(project, 'exec', '--', 'deskwright', '--help')).toContain('deskwright <command>')
  })

  it('serves the example', async () => {
    const server = spawn(
      process.execPath,
      ['node_modules/deskwright/dist/cli/main.js', 'start', 'backend.ts', '--port', '8350'],
      {
        cwd: project,
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    try {
      const url = await urlPrintedBy(server)
      const widgets = (await (await fetch(`${url}/widgets.json`)).json()) as Record<string, { endpoint: string }>
      const [widget] = Object.values(widgets)
      const answer = await fetch(`${url}/${widget?.endpoint.replace(/^\//, '')}`)
      expect(answer.status).toBe(200)
      expect(await answer.json()).toHaveLength(11)
    } finally {
      await ended(server)
    }
  })
})

/** Waits for the line that says where the server listens. */
function urlPrintedBy(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer) => {
      printed += chunk.toString()
      const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? []
      if (url !== undefined) resolve(url)
    }
    server.stdout?.on('data', read)
    server.stderr?.on('data', read)
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)))
  })
}

function ended(server: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) resolve(undefined)
    server.on('exit', resolve)
    server.kill()
  })
}
