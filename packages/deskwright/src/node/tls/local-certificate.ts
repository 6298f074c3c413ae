import { createPrivateKey, X509Certificate } from 'node:crypto'
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { errorCode, toReason } from '../system-error.ts'
import type { Credentials } from './certificate-files.ts'
import { toCertificateFolder } from './config-folder.ts'

/** The certificate of this machine for localhost, 127.0.0.1 and ::1. */
export interface LocalCertificate extends Credentials {
  /** The certificate to trust, in PEM. It holds no secret. */
  readonly authorityFile: string
  /** The authority is new: browsers have to be told to trust it. */
  readonly authorityIsNew: boolean
  readonly authorityExpires: Date
  readonly expires: Date
}

const renewalDays = 30

/**
 * Reads the local certificate; makes it, or renews it in its last 30 days, when needed.
 * Keys are kept in the user's config folder, readable by the user alone.
 *
 * @throws DeskwrightError `certificate-folder-unwritable`
 */
export async function loadLocalCertificate(
  folder: string = toCertificateFolder(),
  now: Date = new Date(),
): Promise<LocalCertificate> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    return await loadFrom(folder, now)
  } catch (cause) {
    if (errorCode(cause) === undefined) throw cause
    throw new DeskwrightError('certificate-folder-unwritable', { folder, reason: toReason(cause) }, { cause })
  }
}

async function loadFrom(folder: string, now: Date): Promise<LocalCertificate> {
  const authorityFile = join(folder, 'deskwright-ca.crt')
  const [authorityBundle, leafBundle] = [join(folder, 'authority.pem'), join(folder, 'localhost.pem')]

  const oldAuthority = await readUsable(authorityBundle, now)
  const authority = oldAuthority ?? (await createAuthority(authorityBundle, authorityFile, now))
  const oldLeaf = await readUsable(leafBundle, now)
  const leaf =
    oldLeaf !== undefined && oldLeaf.certificate.verify(authority.certificate.publicKey)
      ? oldLeaf
      : await createLeaf(leafBundle, authority.pem, now)
  return {
    key: leaf.pem,
    cert: leaf.pem,
    authorityFile,
    authorityIsNew: oldAuthority === undefined,
    authorityExpires: new Date(authority.certificate.validTo),
    expires: new Date(leaf.certificate.validTo),
  }
}

/** A PEM text with a certificate and its key: one file, so that the two cannot part. */
interface Bundle {
  readonly pem: string
  readonly certificate: X509Certificate
}

async function readUsable(path: string, now: Date): Promise<Bundle | undefined> {
  const pem = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  })
  if (pem === undefined) return undefined
  await chmod(path, 0o600)
  const certificate = parseBundle(pem)
  if (certificate === undefined || new Date(certificate.validFrom) > now) return undefined
  const renewal = new Date(certificate.validTo).getTime() - renewalDays * 24 * 60 * 60 * 1000
  return now.getTime() < renewal ? { pem, certificate } : undefined
}

/** A file that somebody damaged counts as absent: it is made anew. */
function parseBundle(pem: string): X509Certificate | undefined {
  try {
    const certificate = new X509Certificate(pem)
    return certificate.checkPrivateKey(createPrivateKey(pem)) ? certificate : undefined
  } catch {
    return undefined
  }
}

async function createAuthority(bundle: string, publicFile: string, now: Date): Promise<Bundle> {
  const { findBlock, issueAuthority } = await import('./issue-certificate.ts')
  const expired = await readFile(bundle).then(
    () => true,
    () => false,
  )
  await writeSecret(bundle, await issueAuthority(`${userInfo().username}@${hostname()}`, now), !expired)
  // Another process may have been first; then its authority counts.
  const pem = await readFile(bundle, 'utf8')
  await writeFile(publicFile, `${findBlock(pem, 'CERTIFICATE')}\n`)
  return { pem, certificate: new X509Certificate(pem) }
}

async function createLeaf(bundle: string, authority: string, now: Date): Promise<Bundle> {
  const { issueLeaf } = await import('./issue-certificate.ts')
  const pem = await issueLeaf(authority, now)
  await writeSecret(bundle, pem, false)
  return { pem, certificate: new X509Certificate(pem) }
}

/** Writes a file that appears whole or not at all, readable by its owner alone. */
async function writeSecret(path: string, text: string, keepOther: boolean): Promise<void> {
  const draft = `${path}.${process.pid}.${crypto.randomUUID()}`
  try {
    await writeFile(draft, text, { mode: 0o600, flag: 'wx' })
    if (!keepOther) return await rename(draft, path)
    await link(draft, path).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error
    })
  } finally {
    await rm(draft, { force: true })
  }
}
