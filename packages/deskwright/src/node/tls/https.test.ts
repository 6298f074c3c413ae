import { execFileSync, spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { get, type RequestOptions } from 'node:https'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createFakeBackend } from '../backend.fixture.ts'
import { serve, type RunningServer } from '../serve.ts'
import { loadCertificateFiles } from './certificate-files.ts'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
if (!hasOpenssl) process.stderr.write('openssl is not installed: the tests of its certificates do not run\n')

let folder: string
const running: RunningServer[] = []
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'deskwright-https-'))
  process.env.DESKWRIGHT_HOME = folder
})
afterEach(() => Promise.all(running.splice(0).map((server) => server.close(0))))
afterAll(async () => {
  delete process.env.DESKWRIGHT_HOME
  await rm(folder, { recursive: true })
})

async function ask(url: string, ca: string | Buffer, options: RequestOptions = {}): Promise<string> {
  const [response] = (await once(get(url, { ca, agent: false, ...options }), 'response')) as [IncomingMessage]
  return await text(response)
}

/** The recipe of OpenBB's documentation; with an elliptic key where only speed matters. */
function makePair(name: string, { key = 'ec', days = 30 }: { key?: 'rsa' | 'ec'; days?: number } = {}) {
  const files = { keyFile: join(folder, `${name}.key`), certFile: join(folder, `${name}.crt`) }
  const config = join(folder, `${name}.cnf`)
  const sections = '[dn]\nCN=localhost\n[req]\ndistinguished_name = dn\n[EXT]\n'
  const extensions = 'subjectAltName=DNS:localhost\nkeyUsage=digitalSignature\nextendedKeyUsage=serverAuth\n'
  writeFileSync(config, sections + extensions)
  const kind = key === 'rsa' ? ['rsa:2048'] : ['ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']
  const recipe = ['req', '-x509', '-newkey', ...kind, '-nodes', '-sha256', '-subj', '/CN=localhost', '-days', `${days}`]
  const output = ['-out', files.certFile, '-keyout', files.keyFile, '-extensions', 'EXT', '-config', config]
  execFileSync('openssl', [...recipe, ...output], { stdio: 'ignore' })
  return files
}

describe('https: true', () => {
  it.each(['localhost', '127.0.0.1'])('answers at %s to a client that trusts the authority', async (host) => {
    const server = await serve(createFakeBackend({ name: 'Secret' }), { port: 0, https: true })
    running.push(server)
    expect(server.url).toBe(`https://localhost:${server.port}`)
    expect(await ask(`https://${host}:${server.port}`, await readFile(server.authority?.file ?? ''))).toBe('Secret')
  })

  it('answers at ::1', async () => {
    const server = await serve(createFakeBackend({ name: 'Secret' }), { port: 0, https: true, host: '::1' })
    running.push(server)
    const authority = await readFile(server.authority?.file ?? '')
    // Node 22.23 does not recognise an IPv6 address in any certificate, so the certificate itself is asked.
    const checkServerIdentity: RequestOptions['checkServerIdentity'] = (host, { raw }) =>
      new X509Certificate(raw).checkIP(host) === undefined ? new TypeError(`not for ${host}`) : undefined
    expect(await ask(`https://[::1]:${server.port}`, authority, { checkServerIdentity })).toBe('Secret')
  })

  it('is refused by a client that does not trust the authority', async () => {
    const server = await serve(createFakeBackend(), { port: 0, https: true })
    running.push(server)
    await expect(once(get(server.url, { agent: false }), 'response')).rejects.toThrow(/certificate/)
  })
})

describe('the local authority', () => {
  it.runIf(hasOpenssl)('is name-constrained, and openssl accepts the chain', async () => {
    const server = await serve(createFakeBackend(), { port: 0, https: true })
    running.push(server)
    const authority = server.authority?.file ?? ''
    const words = execFileSync('openssl', ['x509', '-in', authority, '-noout', '-text'], { encoding: 'utf8' })
    expect(words).toMatch(/Name Constraints: critical\s+Permitted:\s+DNS:localhost\s+IP:127\.0\.0\.1/)
    const leaf = join(folder, 'tls', 'localhost.pem')
    expect(execFileSync('openssl', ['verify', '-CAfile', authority, leaf], { encoding: 'utf8' })).toContain('OK')
  })
})

describe.runIf(hasOpenssl)('own certificate files', () => {
  it('serves a pair made by the usual openssl recipe', async () => {
    const files = makePair('usual', { key: 'rsa' })
    const server = await serve(createFakeBackend({ name: 'Own' }), { port: 0, https: files })
    running.push(server)
    expect(server.authority).toBe(undefined)
    expect(await ask(server.url, await readFile(files.certFile))).toBe('Own')
  })

  it('names an expired certificate and its day', async () => {
    const files = makePair('expired', { days: 1 })
    const later = new Date(Date.now() + 3 * 24 * 60 * 60 * 1000)
    const error: unknown = await loadCertificateFiles(files, later).catch((reason: unknown) => reason)
    expect(error).toMatchObject({
      code: 'certificate-expired',
      message: expect.stringMatching(/expired\.crt" expired on \d{4}-\d\d-\d\d; browsers refuse it/),
    })
  })

  it('names a certificate that is not valid yet', async () => {
    const earlier = new Date('2001-01-01')
    await expect(loadCertificateFiles(makePair('early'), earlier)).rejects.toMatchObject({
      code: 'certificate-not-yet-valid',
    })
  })

  it('names a key that belongs to another certificate', async () => {
    const [one, other] = [makePair('one'), makePair('other')]
    const mixed = { keyFile: one.keyFile, certFile: other.certFile }
    await expect(serve(createFakeBackend(), { port: 0, https: mixed })).rejects.toMatchObject({
      code: 'certificate-mismatch',
      message: `The key "${one.keyFile}" is not the key of the certificate "${other.certFile}".`,
    })
  })

  it('names a file that does not exist', async () => {
    const files = { ...makePair('half'), keyFile: join(folder, 'missing.key') }
    await expect(serve(createFakeBackend(), { port: 0, https: files })).rejects.toMatchObject({
      code: 'certificate-unreadable',
      message: `The key file "${files.keyFile}" cannot be read: there is no such file.`,
    })
  })

  it('names a folder given as a file', async () => {
    await expect(loadCertificateFiles({ ...makePair('folder'), keyFile: folder })).rejects.toMatchObject({
      message: `The key file "${folder}" cannot be read: it is a folder.`,
    })
  })

  it.each([
    ['nonsense', 'it holds no "-----BEGIN" line'],
    [
      '-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----',
      'it is protected by a passphrase',
    ],
    ['-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'its text is damaged'],
    ['-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'it holds CERTIFICATE'],
  ])('says what is wrong with the key %j', async (content, reason) => {
    const files = { ...makePair('bad'), keyFile: join(folder, 'bad.pem') }
    await writeFile(files.keyFile, content)
    await expect(loadCertificateFiles(files)).rejects.toMatchObject({
      code: 'certificate-malformed',
      message: expect.stringContaining(reason),
    })
  })
})
