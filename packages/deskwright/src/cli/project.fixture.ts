import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, beforeEach } from 'vitest'
import { startChild, type Child } from './child.fixture.ts'

const library = fileURLToPath(new URL('../..', import.meta.url))

/** Gives every test of a file an empty project of a user, in which the package is installed. */
export function useProject() {
  let folder = ''
  const children: Child[] = []

  beforeAll(() => {
    // `npm test` builds before it tests; this is for running one file on a fresh checkout.
    if (!existsSync(join(library, 'dist/cli/main.js'))) execFileSync('npm', ['run', 'build'], { cwd: library })
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskwright-project-'))
    await chmod(folder, 0o755)
    await mkdir(join(folder, 'node_modules'))
    await symlink(library, join(folder, 'node_modules', 'deskwright'), 'junction')
    await writeFile(join(folder, 'package.json'), '{ "type": "module" }')
  })
  afterEach(async () => {
    for (const child of children) child.signal('SIGKILL')
    await Promise.all(children.splice(0).map(({ ended }) => ended))
    await rm(folder, { recursive: true })
  })

  const start = (given: readonly string[], user: { readonly uid?: number } = {}): Child => {
    const child = startChild(given, { cwd: folder, environment: { DESKWRIGHT_HOME: join(folder, 'home') }, ...user })
    children.push(child)
    return child
  }
  return {
    folder: () => folder,
    write: (name: string, text: string) => writeFile(join(folder, name), text),
    start,
    /** Starts a server and reads where it listens off its result on standard output. */
    async startServer(...given: string[]) {
      const child = start([...given, '--json'])
      const [, line = ''] = await child.expectLine('stdout', /^(\{"event":"listening".*\})\n/m)
      return { child, ...(JSON.parse(line) as { url: string; port: number; authorityFile?: string }) }
    },
  }
}

/** Asks for a JSON document. */
export async function getJson(url: string): Promise<unknown> {
  return await (await fetch(url)).json()
}
