import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { DeskwrightError } from '../../../errors/deskwright-error.ts'
import { duckdb } from '../../duckdb/duckdb.ts'
import { sql } from '../../tag.ts'

const folder = await mkdtemp(join(tmpdir(), 'deskwright-tables-'))
afterAll(() => rm(folder, { recursive: true }))
const limits = { rows: 100, milliseconds: 20_000, megabytes: 400 }

function open(tables: readonly string[], options: Parameters<typeof duckdb>[0]) {
  const db = duckdb(options)
  onTestFinished(() => db.close())
  return db.engine.createConsole!({ tables: tables.map((name) => [name] as const), limits })
}

it('reads a file as it is now, also with other columns', async () => {
  const file = `${folder}/now.csv`
  await writeFile(file, 'a\n1\n')
  const console = open(['now'], { views: { now: file } })
  expect(await console.run('from now')).toEqual({ rows: '[{"a":1}]', cut: false })
  await writeFile(file, 'a\n2\n')
  expect(await console.run('from now')).toEqual({ rows: '[{"a":2}]', cut: false })
  await writeFile(file, 'b,c\nx,3\n')
  expect(await console.run('from now')).toEqual({ rows: '[{"b":"x","c":3}]', cut: false })
})

it('reads files that came later, alone or below a pattern', async () => {
  await writeFile(`${folder}/day-1.csv`, 'a\n1\n')
  const views = { days: `${folder}/day-*.csv`, late: `${folder}/late.csv` }
  const console = open(['days', 'late'], { views })
  expect(await console.run('select a from days order by a')).toEqual({ rows: '[{"a":1}]', cut: false })
  expect(await console.run('from late')).toHaveProperty('problem.title', 'The query is not allowed.')
  await writeFile(`${folder}/late.csv`, 'z\n9\n')
  expect(await console.run('from late')).toEqual({ rows: '[{"z":9}]', cut: false })
  await writeFile(`${folder}/day-2.csv`, 'a\n2\n')
  expect(await console.run('select a from days order by a')).toEqual({ rows: '[{"a":1},{"a":2}]', cut: false })
})

it('says nothing of a file that cannot be read', async () => {
  const file = `${folder}/broken.csv`
  await writeFile(file, 'a,b\n1,x\n2,y\n')
  const console = open(['broken'], {
    views: { broken: sql`select a from read_csv(${file}, columns = {'a': 'int', 'b': 'varchar'})` },
  })
  expect(await console.run('from broken')).toEqual({ rows: '[{"a":1},{"a":2}]', cut: false })
  await writeFile(file, 'a,b\n1,x\nnothing,hidden\n')
  const result = await console.run('from broken')
  expect(result).toHaveProperty('problem')
  expect(JSON.stringify(result)).not.toMatch(/hidden|nothing|broken\.csv/)
})

it('fails when its database cannot be opened, and says why', async () => {
  const console = open(['a'], { file: `${folder}/none.duckdb` })
  const failure = await console.run('select 1').catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(DeskwrightError)
  expect(failure).toMatchObject({ code: 'sql-console-failed', message: expect.stringContaining('none.duckdb') })
})

it.runIf(process.platform === 'linux')(
  'gives its process no secrets, and leaves none behind when it ends',
  async () => {
    const program = fileURLToPath(new URL('./leave-process.fixture.ts', import.meta.url))
    const env = { ...process.env, SECRET: 'x' }
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'jiti/register', program], { env })
    const { result, child, environment } = JSON.parse(stdout) as {
      result: unknown
      child: number
      environment: string[]
    }
    expect(result).toEqual({ rows: '[{"n":1}]', cut: false })
    expect(environment).not.toContain('SECRET')
    expect(environment).not.toContain('HOME')
    await expect.poll(() => isRunning(child), { timeout: 10_000 }).toBe(false)
  },
  60_000,
)

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
