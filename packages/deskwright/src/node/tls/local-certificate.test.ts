import { X509Certificate } from 'node:crypto'
import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadLocalCertificate } from './local-certificate.ts'

const now = new Date('2024-03-01T12:00:00Z')
const inDays = (days: number) => new Date(now.getTime() + days * 24 * 60 * 60 * 1000)

let home: string
let folder: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'deskwright-tls-'))
  folder = join(home, 'deskwright', 'tls')
})
afterEach(() => rm(home, { recursive: true }))

describe('loadLocalCertificate', () => {
  it('makes an authority and a leaf for localhost, 127.0.0.1 and ::1', async () => {
    const { cert, authorityFile, authorityIsNew } = await loadLocalCertificate(folder, now)
    const leaf = new X509Certificate(cert)
    const authority = new X509Certificate(await readFile(authorityFile))
    expect(authorityIsNew).toBe(true)
    expect(leaf.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1')
    expect(leaf.ca).toBe(false)
    expect(authority.ca).toBe(true)
    expect(leaf.checkIssued(authority)).toBe(true)
    expect(leaf.verify(authority.publicKey)).toBe(true)
  })

  it('keeps keys readable by the user alone, and none in the file to trust', async () => {
    const { authorityFile } = await loadLocalCertificate(folder, now)
    const modes = await Promise.all(
      ['authority.pem', 'localhost.pem', '.'].map(async (name) => (await stat(join(folder, name))).mode & 0o777),
    )
    expect(modes.map((mode) => mode.toString(8))).toEqual(['600', '600', '700'])
    expect(await readFile(authorityFile, 'utf8')).not.toContain('PRIVATE')
    expect((await readdir(folder)).toSorted()).toEqual(['authority.pem', 'deskwright-ca.crt', 'localhost.pem'])
  })

  it('takes a key back that others may read', async () => {
    await loadLocalCertificate(folder, now)
    await chmod(join(folder, 'localhost.pem'), 0o644)
    await loadLocalCertificate(folder, now)
    expect((await stat(join(folder, 'localhost.pem'))).mode & 0o777).toBe(0o600)
  })

  it('keeps what it has made', async () => {
    const first = await loadLocalCertificate(folder, now)
    const second = await loadLocalCertificate(folder, inDays(300))
    expect(second.cert).toBe(first.cert)
    expect(second.authorityIsNew).toBe(false)
  })

  it('makes leaves that browsers accept: at most 398 days', async () => {
    const leaf = new X509Certificate((await loadLocalCertificate(folder, now)).cert)
    const days = (Date.parse(leaf.validTo) - Date.parse(leaf.validFrom)) / (24 * 60 * 60 * 1000)
    expect(days).toBeLessThanOrEqual(398)
  })

  it('renews the leaf in its last 30 days, under the same authority', async () => {
    const first = await loadLocalCertificate(folder, now)
    const authority = await readFile(first.authorityFile, 'utf8')
    const second = await loadLocalCertificate(folder, inDays(370))
    expect(second.cert).not.toBe(first.cert)
    expect(second.authorityIsNew).toBe(false)
    expect(second.expires > inDays(700)).toBe(true)
    expect(await readFile(second.authorityFile, 'utf8')).toBe(authority)
  })

  it('renews the authority before it expires, and the leaf with it', async () => {
    const first = await loadLocalCertificate(folder, now)
    const second = await loadLocalCertificate(folder, inDays(3640))
    expect(second.authorityIsNew).toBe(true)
    const authority = new X509Certificate(await readFile(second.authorityFile))
    expect(new X509Certificate(second.cert).verify(authority.publicKey)).toBe(true)
    expect(second.authorityExpires > first.authorityExpires).toBe(true)
  })

  it('makes a damaged file anew', async () => {
    await loadLocalCertificate(folder, now)
    await writeFile(join(folder, 'localhost.pem'), 'damaged')
    await writeFile(join(folder, 'authority.pem'), 'damaged')
    const { cert, authorityFile, authorityIsNew } = await loadLocalCertificate(folder, now)
    expect(authorityIsNew).toBe(true)
    expect(new X509Certificate(cert).checkIssued(new X509Certificate(await readFile(authorityFile)))).toBe(true)
  })

  it('agrees on one authority when several processes start at once', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => loadLocalCertificate(folder, now)))
    const authority = new X509Certificate(await readFile(join(folder, 'deskwright-ca.crt')))
    expect(all.map(({ cert }) => new X509Certificate(cert).verify(authority.publicKey))).toEqual(all.map(() => true))
  })

  it('names a folder that cannot be written', async () => {
    await writeFile(join(home, 'deskwright'), 'a file where the folder should be')
    await expect(loadLocalCertificate(folder, now)).rejects.toMatchObject({
      code: 'certificate-folder-unwritable',
      hint: expect.stringContaining('DESKWRIGHT_HOME'),
    })
  })
})
