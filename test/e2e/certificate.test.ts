import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveByCli, type ServingCli } from '../cli/cli.ts'
import { openBrowser } from './browser/open-browser.ts'
import { canTrust, trustAuthority } from './browser/trust.ts'

/** Two servers, because one listens on one address; they share the certificate. */
describe('the local certificate', () => {
  let home: string
  let servers: readonly ServingCli[]
  let authorityFile: string
  let urls: Readonly<Record<string, string>>

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'deskwright-https-'))
    const serve = async (host: string) =>
      await serveByCli('start', 'test/e2e/fixtures/backend.ts', ['--https', '--host', host], {
        environment: { DESKWRIGHT_HOME: home },
      })
    const four = await serve('127.0.0.1')
    const six = await serve('::1')
    servers = [four, six]
    authorityFile = four.authorityFile ?? ''
    urls = {
      localhost: `https://localhost:${four.port}`,
      '127.0.0.1': `https://127.0.0.1:${four.port}`,
      '::1': `https://[::1]:${six.port}`,
    }
  })
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.end()))
    await rm(home, { recursive: true, force: true })
  })

  it.each(['localhost', '127.0.0.1', '::1'])('proves to a program that trusts the authority to be %s', async (name) => {
    const request = get(`${urls[name]}/widgets/prices`, { ca: await readFile(authorityFile), agent: false })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    expect(await json(response)).toEqual([{ symbol: 'AAPL', days: 1, close: 230.5 }])
  })

  it('proves nothing to a program that does not', async () => {
    const request = get(urls['localhost'] ?? '', { agent: false })
    await expect(once(request, 'response')).rejects.toThrow('unable to verify the first certificate')
  })

  describe.runIf(canTrust).each([
    { kind: 'that trusts the authority', prepare: trustAuthority, seen: 200 },
    { kind: 'that does not', prepare: () => {}, seen: 'net::ERR_CERT_AUTHORITY_INVALID' },
  ])('in a browser $kind', ({ prepare, seen }) => {
    let user: string
    let browser: Browser

    beforeAll(async () => {
      user = await mkdtemp(join(tmpdir(), 'deskwright-user-'))
      prepare(user, authorityFile)
      browser = await openBrowser(user)
    })
    afterAll(async () => {
      await browser.close()
      await rm(user, { recursive: true, force: true })
    })

    it.each(['localhost', '127.0.0.1', '::1'])(`gives ${seen} for %s`, async (name) => {
      const page = await browser.newPage()
      const status = page.goto(urls[name] ?? '').then((answer) => answer?.status())
      expect(String(await status.catch((error: unknown) => error))).toContain(String(seen))
    })
  })
})
