import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { get } from 'node:https'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { issueAuthority, issueLeaf } from '../node/tls/issue-certificate.ts'
import { toDeskSource } from './desk.fixture.ts'
import { getJson, useProject } from './project.fixture.ts'

const project = useProject()

/** Takes a port, if nobody has it yet. */
async function takePort(port: number) {
  const server = createServer()
  server.listen(port, '127.0.0.1')
  await Promise.race([once(server, 'listening'), once(server, 'error').catch(() => undefined)])
  return { port: (server.address() as AddressInfo | null)?.port ?? port, release: () => server.close() }
}

describe('start', () => {
  it.each(['desk.js', 'desk.ts'])('serves %s, which imports the package by its name', async (name) => {
    await project.write(name, toDeskSource())
    const { child, url } = await project.startServer('start', name, '--port', '0')
    expect(await getJson(`${url}/widgets.json`)).toMatchObject({ prices: { name: 'Prices' } })
    expect(await getJson(`${url}/widgets/prices`)).toEqual([{ close: 1 }])
    child.signal('SIGTERM')
    expect(await child.ended).toBe(0)
  })

  it('says what it serves, where, and how to connect it; then logs a line a request', async () => {
    await project.write('desk.js', toDeskSource())
    const child = project.start(['start', 'desk.js', '--port', '0'])
    const [, url = ''] = await child.expectLine('stderr', /Test desk {2}(http:\S+)/)
    await child.expectLine('stderr', /widgets\.json {2}1 widget\n/)
    await child.expectLine('stderr', new RegExp(`Connect: in OpenBB Workspace .* ${url}\n`))
    await fetch(`${url}/widgets/prices`)
    await child.expectLine('stderr', /info {2}GET \/widgets\/prices 200 ms=[\d.]+/)
    expect(child.stdout()).toBe('')
  })

  it('answers 50 slow requests in flight at SIGTERM, and ends with 0', async () => {
    const source = `
      import { defineBackend, param, table } from 'deskwright'
      process.setMaxListeners(0)
      let waiting = 0
      const prices = table({
        name: 'Prices', description: 'Slow', params: { n: param.number('N', { value: 0 }) },
        load: ({ n }) => new Promise((answer) => {
          process.once('SIGTERM', () => setTimeout(() => answer([{ n }]), 200))
          if (++waiting === 50) process.stdout.write('all are waiting\\n')
        }),
      })
      export default defineBackend({ name: 'Slow desk', widgets: { prices } })`
    await project.write('desk.js', source)
    const { child, url } = await project.startServer('start', 'desk.js', '--port', '0')
    const numbers = Array.from({ length: 50 }, (_, index) => index)
    const answers = Promise.all(numbers.map((n) => getJson(`${url}/widgets/prices?n=${n}`)))
    await child.expectLine('stdout', /all are waiting/)
    child.signal('SIGTERM')
    expect(await answers).toEqual(numbers.map((n) => [{ n }]))
    expect(await child.ended).toBe(0)
    expect(child.stderr()).toMatch(/SIGTERM: finishing 50 requests[^]*Stopped\.\n$/)
  })

  it('ends at once at the second signal', async () => {
    await project.write(
      'desk.js',
      toDeskSource({ load: "() => new Promise(() => process.stdout.write('waiting\\n'))" }),
    )
    const { child, url } = await project.startServer('start', 'desk.js', '--port', '0')
    const outcome = fetch(`${url}/widgets/prices`).then(
      () => 'answered',
      () => 'cut off',
    )
    await child.expectLine('stdout', /waiting/)
    child.signal('SIGINT')
    await child.expectLine('stderr', /finishing 1 request;/)
    child.signal('SIGINT')
    expect(await child.ended).toBe(1)
    expect(await outcome).toBe('cut off')
  })

  it('names a port that is taken, and ends with 1', async () => {
    await project.write('desk.js', toDeskSource())
    const { port, release } = await takePort(0)
    const child = project.start(['start', 'desk.js', '--port', `${port}`])
    expect(await child.ended).toBe(1)
    expect(child.stderr()).toContain(`Another program already listens on port ${port} of 127.0.0.1.`)
    release()
  })

  it('takes the next free port when none was named, and says so', async () => {
    await project.write('desk.js', toDeskSource())
    const { release } = await takePort(7779)
    const child = project.start(['start', 'desk.js'])
    const [, moved] = await child.expectLine('stderr', /port 7779 is taken, so this is (\d+)/)
    expect(Number(moved)).toBeGreaterThan(7779)
    release()
  })

  it('refuses a public address without auth, unless it is asked for by name', async () => {
    await project.write('desk.js', toDeskSource())
    const child = project.start(['start', 'desk.js', '--host', '0.0.0.0', '--port', '0'])
    expect(await child.ended).toBe(1)
    expect(child.stderr()).toContain('public-without-auth')
    const { url } = await project.startServer('start', 'desk.js', '--host', '0.0.0.0', '--port', '0', '--insecure')
    expect(await getJson(`${url}/widgets/prices`)).toEqual([{ close: 1 }])
  })

  it('lets the origins of the command line call', async () => {
    await project.write('desk.js', toDeskSource())
    const origin = 'https://desk.example.com'
    const { url } = await project.startServer('start', 'desk.js', '--port', '0', '--origin', origin)
    const allowed = async (asking: string) =>
      (await fetch(`${url}/widgets.json`, { headers: { Origin: asking } })).headers.get('Access-Control-Allow-Origin')
    expect(await allowed(origin)).toBe(origin)
    expect(await allowed('https://other.example.com')).toBe(null)
  })

  it('reports every error of a backend together, and serves nothing', async () => {
    const widgets = { prices: "Prices', endpoint: 'prices?day=1", trades: "Trades', endpoint: 'trades?day=1" }
    await project.write('desk.js', toDeskSource({ widgets }))
    const child = project.start(['start', 'desk.js', '--port', '0', '--json'])
    expect(await child.ended).toBe(1)
    expect(JSON.parse(child.stdout())).toMatchObject({
      error: {
        code: 'backend-invalid',
        diagnostics: [
          { severity: 'error', where: 'widget "prices"' },
          { severity: 'error', where: 'widget "trades"' },
        ],
      },
    })
  })

  it('says where a JavaScript module has a syntax error', async () => {
    await project.write('desk.js', 'const a = 1\n\nexport default { a: }\n')
    const child = project.start(['start', 'desk.js'])
    expect(await child.ended).toBe(1)
    expect(child.stderr()).toContain('"desk.js" cannot be loaded: SyntaxError: Unexpected token (desk.js:3:21).')
  })

  it('says which import has a name that is not exported', async () => {
    await project.write('desk.js', "import { tabel } from 'deskwright'\nexport default tabel\n")
    const child = project.start(['start', 'desk.js'])
    expect(await child.ended).toBe(1)
    expect(child.stderr()).toMatch(/does not provide an export named 'tabel' \(desk\.js:1\)/)
  })
})

describe('start over HTTPS', () => {
  it('makes a certificate, explains how to trust it, and answers who does', async () => {
    await project.write('desk.js', toDeskSource())
    const explaining = project.start(['start', 'desk.js', '--port', '0', '--https'])
    for (const where of ['macOS', 'Windows', 'Linux', 'Firefox'])
      await explaining.expectLine('stderr', new RegExp(where))
    const { url, authorityFile = '' } = await project.startServer('start', 'desk.js', '--port', '0', '--https')
    expect(url).toMatch(/^https:\/\/localhost:/)
    const options = { ca: await readFile(authorityFile), agent: false }
    const [response] = (await once(get(`${url}/widgets/prices`, options), 'response')) as [IncomingMessage]
    expect(await json(response)).toEqual([{ close: 1 }])
  })

  it('names an expired certificate and its day', async () => {
    await project.write('desk.js', toDeskSource())
    const then = new Date('2021-03-04')
    const pem = join(project.folder(), 'old.pem')
    await writeFile(pem, await issueLeaf(await issueAuthority('a test', then), then))
    const child = project.start(['start', 'desk.js', '--port', '0', '--ssl_keyfile', pem, '--ssl_certfile', pem])
    expect(await child.ended).toBe(1)
    expect(child.stderr()).toMatch(/old\.pem" expired on 2022-04-04; browsers refuse it\. {2}certificate-expired/)
  })

  it('names a key file that this user may not read', async () => {
    await project.write('desk.js', toDeskSource())
    await writeFile(join(project.folder(), 'key.pem'), 'secret', { mode: 0 })
    const given = ['start', 'desk.js', '--port', '0', '--ssl-keyfile', 'key.pem', '--ssl-certfile', 'desk.js']
    const nobody = process.getuid?.() === 0 ? { uid: 65_534 } : {}
    const child = project.start(given, nobody)
    expect(await child.ended).toBe(1)
    expect(child.stderr()).toContain('The key file "key.pem" cannot be read: this user may not read it.')
  })
})
