import 'reflect-metadata'
import { webcrypto } from 'node:crypto'
import { AsnConvert } from '@peculiar/asn1-schema'
import {
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_nameConstraints,
  NameConstraints,
} from '@peculiar/asn1-x509'
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  cryptoProvider,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const usages = ['sign', 'verify'] as const
const day = 24 * 60 * 60 * 1000

// Browsers refuse a leaf that lives longer than 398 days.
const leafDays = 397
const authorityDays = 3650

// The authority may vouch for these names and no others, so that its key is of little use to a thief.
const permittedNames = [{ dNSName: 'localhost' }, { iPAddress: '127.0.0.1/32' }, { iPAddress: '::1/128' }]
const leafNames = [
  { type: 'dns', value: 'localhost' },
  { type: 'ip', value: '127.0.0.1' },
  { type: 'ip', value: '::1' },
] as const

/** Makes a certificate authority for this machine's own names. The result is PEM: the certificate, then its key. */
export async function issueAuthority(owner: string, now: Date): Promise<string> {
  const keys = await createKeys()
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: [{ O: ['Deskwright'] }, { CN: [`Deskwright local CA (${owner})`] }],
    keys,
    signingAlgorithm: algorithm,
    ...toValidity(now, authorityDays),
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
      new Extension(id_ce_nameConstraints, true, toNameConstraints()),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return await toPem(certificate, keys.privateKey)
}

/** Makes a certificate for localhost, 127.0.0.1 and ::1. Takes and gives PEM: the certificate, then its key. */
export async function issueLeaf(authority: string, now: Date): Promise<string> {
  const issuer = new X509Certificate(findBlock(authority, 'CERTIFICATE'))
  const signingKey = await parseKey(authority)
  const keys = await createKeys()
  const certificate = await X509CertificateGenerator.create({
    subject: [{ O: ['Deskwright'] }, { CN: ['localhost'] }],
    issuer: issuer.subjectName,
    publicKey: keys.publicKey,
    signingKey,
    signingAlgorithm: algorithm,
    ...toValidity(now, leafDays),
    extensions: [
      new BasicConstraintsExtension(false, undefined, true),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth]),
      new SubjectAlternativeNameExtension([...leafNames]),
      await AuthorityKeyIdentifierExtension.create(issuer),
      await SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  })
  return await toPem(certificate, keys.privateKey)
}

/** Finds one block of a PEM text. */
export function findBlock(pem: string, label: 'CERTIFICATE' | 'PRIVATE KEY'): string {
  const start = pem.indexOf(`-----BEGIN ${label}-----`)
  const end = `-----END ${label}-----`
  return pem.slice(start, pem.indexOf(end) + end.length)
}

async function createKeys(): Promise<CryptoKeyPair> {
  return await subtle().generateKey(algorithm, true, [...usages])
}

async function parseKey(pem: string): Promise<CryptoKey> {
  const der = PemConverter.decodeFirst(findBlock(pem, 'PRIVATE KEY'))
  return await subtle().importKey('pkcs8', der, algorithm, true, ['sign'])
}

async function toPem(certificate: X509Certificate, key: CryptoKey): Promise<string> {
  const der = await subtle().exportKey('pkcs8', key)
  return `${certificate.toString('pem')}\n${PemConverter.encode(der, 'PRIVATE KEY')}\n`
}

function toValidity(now: Date, days: number) {
  // A day earlier, for clocks that are a little behind.
  return { notBefore: new Date(now.getTime() - day), notAfter: new Date(now.getTime() + (days - 1) * day) }
}

function toNameConstraints(): ArrayBuffer {
  const permittedSubtrees = new GeneralSubtrees(
    permittedNames.map((name) => new GeneralSubtree({ base: new GeneralName(name) })),
  )
  return AsnConvert.serialize(new NameConstraints({ permittedSubtrees }))
}

function subtle(): SubtleCrypto {
  return (cryptoProvider.get() ?? webcrypto).subtle
}
