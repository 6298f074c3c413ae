import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { check } from '../../packages/deskwright/src/check/check.ts'
import { runCli } from '../cli/cli.ts'
import { type CertificateOptions, issue, prices, serveIssued, serveSecurely } from './fleet.ts'

const widgets = JSON.stringify({ prices })
const sound = { usage: 'serverAuth', keyUsage: 'digitalSignature' } as const
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

describe('a certificate that browsers refuse is told by its first fault', () => {
  test.each<[string, string, CertificateOptions]>([
    [
      'tls-expired',
      'valid from 2020-01-01 to 2020-02-01',
      { from: new Date('2020-01-01'), to: new Date('2020-02-01') },
    ],
    ['tls-expired', 'which today is not within', { from: inDays(2), to: inDays(3) }],
    ['tls-name', 'for desk.example, not for 127.0.0.1', { names: ['desk.example'] }],
    ['tls-name', 'no name at all (its subject is "Fleet"', { names: [] }],
    ['tls-usage', 'its extended key usage lacks serverAuth. Browsers refuse it', { usage: 'clientAuth' }],
    ['tls-usage', 'its key usage lacks digitalSignature', { usage: 'serverAuth', keyUsage: 'keyCertSign' }],
    ['tls-chain', 'without the one of "Middle" that issued it', { ...sound, issuer: 'unsent' }],
    ['tls-untrusted', 'issued by "Middle"', { ...sound, issuer: 'sent' }],
    ['tls-untrusted', 'signed by itself', sound],
  ])('%s: %s', async (code, message, certificate) => {
    const port = await serveSecurely(certificate, (_request, response) => response.end(widgets))
    const { errors, summary } = await check(`https://127.0.0.1:${port}`, { timeout: 3000 })
    expect(errors).toMatchObject([{ code, message: expect.stringContaining(message), loses: 'all widgets' }])
    expect(summary).toBe('Workspace will load no widgets: widgets.json did not come.')
  })
})

/** Checks a server whose authority is trusted, as by an administrator. */
async function findTrusted(certificate: CertificateOptions): Promise<readonly string[]> {
  const issued = await issue({ issuer: 'sent', ...certificate })
  const folder = await mkdtemp(join(tmpdir(), 'deskwright-certificate-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'root.pem')
  await writeFile(file, issued.root)
  const port = await serveIssued(issued, ({ url }, response) => {
    response.writeHead(url === '/widgets.json' ? 200 : 404).end(widgets)
  })
  const { stdout } = await runCli(['check', `https://127.0.0.1:${port}`, '--only', 'transport', '--json'], {
    environment: { NODE_EXTRA_CA_CERTS: file },
  })
  const { findings } = JSON.parse(stdout) as { findings: readonly { severity: string; code: string }[] }
  return findings.map(({ severity, code }) => `${severity} ${code}`)
}

describe('a certificate that is trusted', () => {
  test.each<[string, CertificateOptions, readonly string[]]>([
    ['is nothing to speak of', { ...sound, to: inDays(90) }, []],
    ['neither when it lives for some days only', { ...sound, from: inDays(-1), to: inDays(5) }, []],
    ['should be renewed in time', { ...sound, from: inDays(-80), to: inDays(10) }, ['advice tls-expires-soon']],
    ['needs a usage for Safari', { keyUsage: 'digitalSignature', to: inDays(90) }, ['warning tls-usage']],
    ['needs its chain', { ...sound, issuer: 'unsent', to: inDays(90) }, ['error tls-chain']],
  ])('%s', async (_name, certificate, expected) => {
    expect(await findTrusted(certificate)).toEqual(expected)
  })
})
