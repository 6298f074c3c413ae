import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { issueAuthority, issueLeaf } from '../../packages/deskwright/src/node/tls/issue-certificate.ts'
import { runCli, serveByCli, type CliOptions } from '../cli/cli.ts'
import { createProject } from './project.ts'

const entry = 'test/bad-input/fixtures/requests.ts'
const day = 24 * 60 * 60 * 1000

describe('a port that is taken', () => {
  const occupant = createServer((socket) => socket.end('still here'))
  let port: number
  beforeAll(async () => {
    occupant.listen(0, '127.0.0.1')
    await once(occupant, 'listening')
    port = (occupant.address() as AddressInfo).port
  })
  afterAll(() => occupant.close())

  it.each(['start', 'dev'])('ends %s with 1, and says which port and what to do', async (command) => {
    const { code, stdout, stderr } = await runCli([command, entry, '--port', String(port)])
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain(`Another program already listens on port ${port} of 127.0.0.1.`)
    expect(stderr).toContain('fix: Stop that program, or choose another port')
    expect(stderr).not.toContain(' at ')
    expect(occupant.listening).toBe(true)
  })

  it('is an event for a program', async () => {
    const { code, stdout } = await runCli(['start', entry, '--port', String(port), '--json'])
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'port-in-use', hint: expect.any(String) } })
  })
})

describe('own certificate files', () => {
  let folder: string
  let authority: string
  const path = (name: string) => join(folder, name)
  const start = (keyFile: string, certFile: string, options: CliOptions = {}) =>
    runCli(['start', entry, '--port', '0', '--ssl_keyfile', path(keyFile), '--ssl_certfile', path(certFile)], options)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskwright-bad-certificates-'))
    await chmod(folder, 0o755)
    authority = await issueAuthority('tests', new Date())
    const now = Date.now()
    await writeFile(path('good.pem'), await issueLeaf(authority, new Date(now)))
    await writeFile(path('other.pem'), await issueLeaf(authority, new Date(now)))
    await writeFile(path('old.pem'), await issueLeaf(authority, new Date(now - 2 * 365 * day)))
    await writeFile(path('early.pem'), await issueLeaf(authority, new Date(now + 30 * day)))
    await writeFile(path('locked.pem'), await issueLeaf(authority, new Date(now)))
    await chmod(path('locked.pem'), 0o000)
    await writeFile(path('text.pem'), 'no certificate at all')
    await mkdir(path('folder.pem'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('are served when they are good', async () => {
    const files = ['--ssl-keyfile', path('good.pem'), '--ssl-certfile', path('good.pem')]
    const backend = await serveByCli('start', entry, files)
    expect(backend.url).toMatch(/^https:/)
    expect(await backend.end()).toMatchObject({ code: 0 })
  })

  it.each([
    [
      'missing.pem',
      'good.pem',
      /The key file ".*missing\.pem" cannot be read: there is no such file\./,
      /Check the path/,
    ],
    ['folder.pem', 'good.pem', /The key file ".*folder\.pem" cannot be read: it is a folder\./, /Check the path/],
    ['good.pem', 'missing.pem', /The certificate file ".*missing\.pem" cannot be read/, /Check the path/],
    ['text.pem', 'good.pem', /The key file ".*text\.pem" does not hold a key in PEM/, /BEGIN PRIVATE KEY/],
    [
      'good.pem',
      'other.pem',
      /The key ".*good\.pem" is not the key of the certificate ".*other\.pem"/,
      /made together/,
    ],
    ['old.pem', 'old.pem', /The certificate ".*old\.pem" expired on 20\d\d-\d\d-\d\d; browsers refuse it/, /Renew it/],
    ['early.pem', 'early.pem', /The certificate ".*early\.pem" is valid only from 20\d\d-\d\d-\d\d on/, /clock/],
  ])('key %s with certificate %s end the start with 1, and say what and why', async (key, cert, words, fix) => {
    const { code, stderr } = await start(key, cert)
    expect(code).toBe(1)
    expect(stderr).toMatch(words)
    expect(stderr).toMatch(fix)
    expect(stderr).not.toContain(' at ')
  })

  it('that another user keeps to himself end the start with 1', async () => {
    const nobody = process.getuid?.() === 0 ? { user: 65_534 } : {}
    const { code, stderr } = await start('locked.pem', 'good.pem', nobody)
    expect(code).toBe(1)
    expect(stderr).toMatch(/The key file ".*locked\.pem" cannot be read: this user may not read it\./)
    expect(stderr).toContain('may read the file')
  })
})

describe('a definition with a dangerous name', () => {
  const toDesk = (widgets: string) => `import { defineBackend, markdown, param } from 'deskwright'
const note = markdown({ name: 'Note', load: () => 'one' })
const asking = markdown({ name: 'Asking', params: { ['__proto__']: param.text('P') }, load: () => 'one' })
export default defineBackend({ name: 'Desk', widgets: ${widgets} })
`

  it.each([
    ['a parameter', '{ asking }', /widget "asking".*params/, /A parameter cannot be called "__proto__"/],
    [
      'a widget',
      "{ ['__proto__']: note, note: { ...note } }",
      /widget "__proto__"/,
      /A widget cannot have the id "__proto__"/,
    ],
  ])('refuses __proto__ as the name of %s', async (_what, widgets, where, words) => {
    const project = await createProject({ 'desk.ts': toDesk(widgets) })
    const { code, stderr } = await runCli(['start', 'desk.ts', '--port', '0'], { folder: project.folder })
    await project.remove()
    expect(code).toBe(1)
    expect(stderr).toMatch(where)
    expect(stderr).toMatch(words)
  })

  it('serves a widget that is called constructor', async () => {
    const project = await createProject({ 'desk.ts': toDesk('{ constructor: note, toString: { ...note } }') })
    const backend = await serveByCli('start', 'desk.ts', [], { folder: project.folder })
    const documents = await (await fetch(`${backend.url}/widgets.json`)).json()
    const answers = ['constructor', 'toString'].map((id) => fetch(`${backend.url}/widgets/${id}`))
    const texts = (await Promise.all(answers)).map((answer) => answer.json())
    await backend.end()
    await project.remove()
    expect(Object.keys(documents as object)).toEqual(['constructor', 'toString'])
    expect(await Promise.all(texts)).toEqual(['one', 'one'])
  })
})
