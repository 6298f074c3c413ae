import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, it } from 'vitest'
import { root } from './root.ts'

const library = join(root, 'packages/deskwright')
const tracer = pathToFileURL(join(root, 'test/house/fixtures/trace-imports.js')).href

/** Imports a built entry in a fresh process and lists the URLs of all modules that came with it. */
async function importedBy(entry: string): Promise<string[]> {
  const args = ['--no-warnings', '--import', tracer, join(library, 'dist', entry)]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  return stdout.split('\n').filter((line) => line !== '')
}

const entries = ['index.js', 'spec/index.js', 'testing/index.js', 'sql/index.js', 'live/index.js', 'check/index.js']

describe.each(entries)('importing the built %s', (entry) => {
  let modules: string[] = []
  beforeAll(async () => {
    modules = await importedBy(entry)
  })

  it('pulls the entry itself', () => {
    expect(modules).toContain(pathToFileURL(join(library, 'dist', entry)).href)
  })

  it('pulls no module of Node and no DuckDB', () => {
    expect(modules.filter((url) => url.startsWith('node:') || url.includes('/@duckdb/'))).toEqual([])
  })

  it('leaves no import of a Node module for later', async () => {
    const own = modules.filter((url) => url.startsWith(pathToFileURL(library).href)).map((url) => fileURLToPath(url))
    const sources = await Promise.all(own.map(async (file) => [file, await readFile(file, 'utf8')] as const))
    expect(sources.filter(([, source]) => /import\(\s*['"]node:/.test(source)).map(([file]) => file)).toEqual([])
  })
})

it.each(['index.js', 'sql/index.js', 'node/index.js'])(
  'leaves Zod out of %s until something has to be validated',
  async (entry) => {
    expect((await importedBy(entry)).filter((url) => url.includes('/zod/'))).toEqual([])
  },
)
