import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { DeskwrightError } from '../../errors/deskwright-error.ts'
import { toReason } from '../system-error.ts'

/** Where a server's own certificate is: two files in PEM, the certificate first in its chain. */
export interface CertificateFiles {
  readonly keyFile: string
  readonly certFile: string
}

/** A key and its certificate chain, in PEM. */
export interface Credentials {
  readonly key: string
  readonly cert: string
}

/**
 * Reads and checks a server's own certificate.
 *
 * @throws DeskwrightError `certificate-unreadable`, `certificate-malformed`, `certificate-mismatch`,
 * `certificate-expired`, `certificate-not-yet-valid`
 */
export async function loadCertificateFiles(files: CertificateFiles, now: Date = new Date()): Promise<Credentials> {
  const { keyFile, certFile } = files
  const [key, cert] = await Promise.all([readPem('key', keyFile), readPem('certificate', certFile)])
  const privateKey = parsePem<KeyObject>('key', keyFile, key, createPrivateKey)
  const certificate = parsePem<X509Certificate>('certificate', certFile, cert, (pem) => new X509Certificate(pem))
  if (!certificate.checkPrivateKey(privateKey)) throw new DeskwrightError('certificate-mismatch', files)
  const [starts, expires] = [new Date(certificate.validFrom), new Date(certificate.validTo)]
  if (expires <= now) throw new DeskwrightError('certificate-expired', { certFile, expired: toDay(expires) })
  if (starts > now) throw new DeskwrightError('certificate-not-yet-valid', { certFile, starts: toDay(starts) })
  return { key, cert }
}

async function readPem(kind: 'certificate' | 'key', file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (cause) {
    throw new DeskwrightError('certificate-unreadable', { kind, file, reason: toReason(cause) }, { cause })
  }
}

function parsePem<Parsed>(
  kind: 'certificate' | 'key',
  file: string,
  pem: string,
  parse: (pem: string) => Parsed,
): Parsed {
  try {
    return parse(pem)
  } catch (cause) {
    throw new DeskwrightError('certificate-malformed', { kind, file, reason: toProblem(kind, pem) }, { cause })
  }
}

function toProblem(kind: 'certificate' | 'key', pem: string): string {
  if (/-----BEGIN ENCRYPTED|ENCRYPTED$/m.test(pem)) return 'it is protected by a passphrase'
  const labels = [...pem.matchAll(/^-----BEGIN ([A-Z0-9 ]+)-----/gm)].map(([, label]) => label)
  if (labels.length === 0) return 'it holds no "-----BEGIN" line'
  return labels.some((label) => label?.endsWith(kind === 'key' ? 'PRIVATE KEY' : 'CERTIFICATE'))
    ? 'its text is damaged'
    : `it holds ${labels.join(', ')}`
}

function toDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
