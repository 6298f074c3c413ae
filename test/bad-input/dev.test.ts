import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli, serveByCli, startCli, type ServingCli } from '../cli/cli.ts'
import { createProject, type Project } from './project.ts'

/** A desk of one widget that answers this text; its lines can be counted on. */
const toDesk = (text: string) => `import { defineBackend, markdown } from 'deskwright'
const note = markdown({ name: 'Note', load: () => '${text}' })
export default defineBackend({ name: 'Desk', widgets: { note } })
`

const good = toDesk('one')

/** What an author can do to a module, and what has to be said about it. */
const mistakes = [
  {
    what: 'a syntax error',
    source: good.replace("load: () => 'one'", "load: () => 'one'\n  category 'Notes'"),
    words: /"desk\.ts" cannot be loaded: SyntaxError: .*\(desk\.ts:3:\d+\)/,
    fix: /Mend it at desk\.ts:3/,
  },
  {
    what: 'an error at its top',
    source: `${good}\nconst settings = undefined as any\nexport const key = settings.key\n`,
    words: /"desk\.ts" cannot be loaded: TypeError: .*reading 'key'.* \(desk\.ts:6\)/,
    fix: /Mend it at desk\.ts:6/,
  },
  {
    what: 'an import that does not exist',
    source: `import { title } from './title.ts'\n${good.replace("'Note'", 'title')}`,
    words: /"desk\.ts" cannot be loaded: Cannot find module '\.\/title\.ts' \(desk\.ts:1\)/,
    fix: /Mend it at desk\.ts:1/,
  },
  {
    what: 'no default export',
    source: good.replace('export default', 'export const desk ='),
    words: /"desk\.ts" has no backend as its default export: there is none, only desk/,
    fix: /export default defineBackend/,
  },
  {
    what: 'a definition that Workspace refuses',
    source: good.replace("name: 'Note',", "name: 'Note', staleTime: 1,"),
    words: /widget "note".*staleTime/,
    fix: /1000/,
  },
]

describe('dev, while the module is edited', () => {
  let project: Project
  let backend: ServingCli
  const answer = async () => await (await fetch(`${backend.url}/widgets/note`)).json()

  beforeAll(async () => {
    project = await createProject({ 'desk.ts': good })
    backend = await serveByCli('dev', 'desk.ts', [], { folder: project.folder })
    await backend.progress.until(/Watching/)
  })
  afterAll(async () => {
    await backend.end()
    await project.remove()
  })

  // One save may be seen as two changes, and be told twice: what is said is waited for, not how often.
  it.each(mistakes)(
    'explains $what, keeps the last good version, and serves the mended one',
    async ({ what, source, words, fix }) => {
      const before = await answer()
      await project.write('desk.ts', source)
      await backend.progress.until(new RegExp(`${words.source}[^]*${fix.source}[^]*The last good version stays`))
      await backend.results.until(/"event":"reload-failed"/)
      expect(await answer()).toBe(before)

      await project.write('desk.ts', toDesk(`after ${what}`))
      await expect.poll(answer).toBe(`after ${what}`)
      await backend.results.until(/"event":"reloaded"/)
    },
  )

  it('shows no stack of the library for any of them', () => {
    expect(backend.progress.text).not.toMatch(/packages\/deskwright\/(dist|src)/)
  })
})

describe('dev, with a module that is wrong from the start', () => {
  it('says so, waits, and serves the mended one', async () => {
    const project = await createProject({ 'desk.ts': 'export default {' })
    const cli = startCli(['dev', 'desk.ts', '--port', '0', '--json'], { folder: project.folder })
    try {
      await cli.progress.until(/"desk\.ts" cannot be loaded: SyntaxError/)
      await cli.progress.until(/Waiting for a change[^]*Watching/)
      await project.write('desk.ts', good)
      const [event] = await cli.results.until(/^.*"event":"listening".*$/m)
      expect(JSON.parse(event)).toMatchObject({ name: 'Desk', widgets: 1 })
    } finally {
      await cli.end()
      await project.remove()
    }
  })
})

describe('start, with a module that cannot be loaded', () => {
  it.each(mistakes)('ends with 1 and explains $what', async ({ source, words, fix }) => {
    const project = await createProject({ 'desk.ts': source })
    const { code, stderr } = await runCli(['start', 'desk.ts', '--port', '0'], { folder: project.folder })
    await project.remove()
    expect(code).toBe(1)
    expect(stderr).toMatch(words)
    expect(stderr).toMatch(fix)
    expect(stderr).not.toMatch(/packages\/deskwright\/(dist|src)/)
  })
})
