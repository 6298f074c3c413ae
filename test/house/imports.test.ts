import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { binary, root } from './root.ts'

/** One import that the house forbids (or allows), as written in a file of a room. */
interface Case {
  readonly file: string
  readonly source: string
  /** A piece of the reason the rule gives; absent when the import is allowed. */
  readonly reason?: string
}

const rooms = 'packages/deskwright/src'
const from = (path: string) => `export { thing } from '${path}'\n`
const long = `export const answer = 42\n${'// one more line\n'.repeat(400)}`

const cases: readonly Case[] = [
  { file: `${rooms}/internal/a.ts`, source: from('../errors/entry.ts'), reason: 'ground floor' },
  { file: `${rooms}/errors/catalogue/b.ts`, source: from('../../spec/types.ts'), reason: 'internal/ only' },
  { file: `${rooms}/spec/c.ts`, source: from('../define/app.ts'), reason: 'internal/ and errors/ only' },
  { file: `${rooms}/define/params/d.ts`, source: from('../../http/backend.ts'), reason: 'make a circle' },
  { file: `${rooms}/define/e.ts`, source: from('../manifest/route.ts'), reason: 'make a circle' },
  { file: `${rooms}/manifest/f.ts`, source: from('../http/backend.ts'), reason: 'pure' },
  { file: `${rooms}/http/g.ts`, source: from('../sql/index.ts'), reason: 'features plug into it' },
  { file: `${rooms}/http/h.ts`, source: from('node:http'), reason: 'may use a runtime' },
  { file: `${rooms}/http/i.ts`, source: from('@hono/node-server'), reason: 'may use a runtime' },
  { file: `${rooms}/sql/j.ts`, source: from('../live/index.ts'), reason: 'neither the other features' },
  { file: `${rooms}/live/k.ts`, source: from('../agent/index.ts'), reason: 'neither the other features' },
  { file: `${rooms}/agent/l.ts`, source: from('../mcp/index.ts'), reason: 'neither the other features' },
  { file: `${rooms}/mcp/m.ts`, source: from('../node/index.ts'), reason: 'who runs it' },
  { file: `${rooms}/folder/n.ts`, source: from('../node/index.ts'), reason: 'as a user would' },
  { file: `${rooms}/check/o.ts`, source: from('../define/app.ts'), reason: 'no backend of ours' },
  { file: `${rooms}/check/p.ts`, source: from('../http/backend.ts'), reason: 'no backend of ours' },
  { file: `${rooms}/import/p.ts`, source: from('../define/app.ts'), reason: 'what it writes is text' },
  { file: `${rooms}/testing/q.ts`, source: from('../node/serve.ts'), reason: 'may not know node/' },
  { file: `${rooms}/node/r.ts`, source: from('../cli/main.ts'), reason: 'may not know cli/' },
  { file: `${rooms}/cli/commands/s.ts`, source: from('../../testing/index.ts'), reason: 'tests of users' },
  { file: `${rooms}/index.ts`, source: from('./sql/index.ts'), reason: 'its own entry' },
  { file: `${rooms}/define/t.ts`, source: from('node:fs'), reason: 'may use a runtime' },
  { file: `${rooms}/spec/u.ts`, source: from('../errors/diagnostic.ts') },
  { file: `${rooms}/http/v.ts`, source: from('../manifest/route.ts') },
  { file: `${rooms}/sql/w.ts`, source: from('../http/backend.ts') },
  { file: `${rooms}/node/x.ts`, source: from('node:http') },
  { file: `${rooms}/cli/commands/y.ts`, source: from('../../node/serve.ts') },
  { file: `${rooms}/testing/z.ts`, source: from('../http/backend.ts') },
  { file: `${rooms}/spec/z.test.ts`, source: from('node:fs') },
  { file: `${rooms}/spec/long.ts`, source: long, reason: 'lines' },
  { file: `${rooms}/errors/catalogue/long.ts`, source: long },
  { file: `${rooms}/define/default.ts`, source: 'export default 1\n', reason: 'default export' },
  { file: `${rooms}/http/talk.ts`, source: "console.log('hi')\n", reason: 'console' },
  { file: `${rooms}/cli/talk.ts`, source: "console.log('hi')\n" },
]

/** Runs the linter with the house's rules over the cases and returns its findings by file. */
async function lint(folder: string): Promise<Map<string, string>> {
  const output = await new Promise<string>((resolve) => {
    execFile(
      process.execPath,
      [binary('oxlint'), '--format', 'json', rooms],
      { cwd: folder, maxBuffer: 1 << 24 },
      (_error, stdout) => resolve(stdout),
    )
  })
  const { diagnostics } = JSON.parse(output) as { diagnostics: { filename: string; message: string; help?: string }[] }
  const findings = new Map<string, string>()
  for (const { filename, message, help = '' } of diagnostics) {
    const file = filename.replaceAll('\\', '/')
    findings.set(file, `${findings.get(file) ?? ''}${message} ${help}\n`)
  }
  return findings
}

describe('the linter holds the arrows between rooms', () => {
  let folder = ''
  let findings: Map<string, string>

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskwright-house-'))
    await cp(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'))
    for (const { file, source } of cases) {
      await mkdir(dirname(join(folder, file)), { recursive: true })
      await writeFile(join(folder, file), source)
    }
    findings = await lint(folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it.each(cases.filter((one) => one.reason !== undefined))('refuses $file: $reason', ({ file, reason }) => {
    expect(findings.get(file)).toContain(reason)
  })

  it.each(cases.filter((one) => one.reason === undefined))('allows $file', ({ file }) => {
    expect(findings.get(file)).toBeUndefined()
  })
})
