import 'reflect-metadata'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createSocketServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { webcrypto } from 'node:crypto'
import {
  AuthorityInfoAccessExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  PemConverter,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { onTestFinished } from 'vitest'

/** A widget that is sound. */
export const prices = { name: 'Prices', description: 'Of the day', type: 'table', endpoint: 'prices' }

/** What a misbehaving server is started with. */
export interface FleetOptions {
  readonly host?: string
}

/** Serves HTTP until the test has finished; gives the port. */
export async function servePort(listener: RequestListener, { host = '127.0.0.1' }: FleetOptions = {}): Promise<number> {
  return await listen(createServer(listener), host)
}

/** Serves HTTP until the test has finished; gives the URL. */
export async function serve(listener: RequestListener): Promise<string> {
  return `http://127.0.0.1:${await servePort(listener)}`
}

/** Serves bare sockets until the test has finished; gives the port. */
export async function serveSockets(talk: (socket: Socket) => void): Promise<number> {
  return await listen(
    createSocketServer((socket) => talk(socket.on('error', () => undefined))),
    '127.0.0.1',
  )
}

/** Serves HTTPS until the test has finished; gives the port. */
export async function serveSecurely(certificate: CertificateOptions, listener: RequestListener): Promise<number> {
  return await serveIssued(await issue(certificate), listener)
}

/** Serves HTTPS with a certificate until the test has finished; gives the port. */
export async function serveIssued({ key, cert }: IssuedCertificate, listener: RequestListener): Promise<number> {
  return await listen(createSecureServer({ key, cert }, listener), '127.0.0.1')
}

/** What a certificate says, and what the server sends of its chain. */
export interface CertificateOptions {
  readonly names?: readonly string[]
  readonly from?: Date
  readonly to?: Date
  /** What the key is for; no word about it when absent. */
  readonly usage?: 'serverAuth' | 'clientAuth'
  /** What else the key is for; no word about it when absent. */
  readonly keyUsage?: 'digitalSignature' | 'keyCertSign'
  /** Who issued it: itself, an authority that is sent along, or one that is not. */
  readonly issuer?: 'itself' | 'sent' | 'unsent'
}

/** A certificate with its key, as servers take them, and the one to trust. */
export interface IssuedCertificate {
  readonly key: string
  readonly cert: string
  readonly root: string
}

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
const day = 86_400_000

/** Issues a certificate; one that is valid today when nothing else is said. */
export async function issue(options: CertificateOptions): Promise<IssuedCertificate> {
  const { names = ['127.0.0.1'], from = new Date(Date.now() - day), to = new Date(Date.now() + day) } = options
  const { usage, keyUsage, issuer = 'itself' } = options
  const authority = issuer === 'itself' ? undefined : await issueAuthority()
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const extensions = [
    new SubjectAlternativeNameExtension(
      names.map((value) => ({ type: /^[\d.]+$/.test(value) ? ('ip' as const) : ('dns' as const), value })),
    ),
    ...(usage === undefined ? [] : [new ExtendedKeyUsageExtension([ExtendedKeyUsage[usage]])]),
    ...(keyUsage === undefined ? [] : [new KeyUsagesExtension(KeyUsageFlags[keyUsage], true)]),
    ...(authority === undefined
      ? []
      : [new AuthorityInfoAccessExtension({ caIssuers: ['http://authority.example/issuer.cer'] })]),
  ]
  const common = { notBefore: from, notAfter: to, signingAlgorithm: algorithm, extensions }
  const certificate =
    authority === undefined
      ? await X509CertificateGenerator.createSelfSigned({ ...common, name: 'CN=Fleet', keys }, crypto)
      : await X509CertificateGenerator.create(
          {
            ...common,
            subject: 'CN=Fleet',
            issuer: authority.middle.subject,
            publicKey: keys.publicKey,
            signingKey: authority.key,
          },
          crypto,
        )
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
  const own = certificate.toString('pem')
  return {
    key,
    cert: issuer === 'sent' ? `${own}\n${authority!.middle.toString('pem')}` : own,
    root: authority?.root.toString('pem') ?? own,
  }
}

const crypto = webcrypto as Crypto

/** Makes an authority, and one that it lets issue certificates in its name. */
async function issueAuthority(): Promise<{ root: X509Certificate; middle: X509Certificate; key: CryptoKey }> {
  const [rootKeys, middleKeys] = [
    await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']),
    await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']),
  ]
  const common = {
    notBefore: new Date(Date.now() - day),
    notAfter: new Date(Date.now() + 365 * day),
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(true, undefined, true)],
  }
  const root = await X509CertificateGenerator.createSelfSigned({ ...common, name: 'CN=Root', keys: rootKeys }, crypto)
  const middle = await X509CertificateGenerator.create(
    {
      ...common,
      subject: 'CN=Middle',
      issuer: root.subject,
      publicKey: middleKeys.publicKey,
      signingKey: rootKeys.privateKey,
    },
    crypto,
  )
  return { root, middle, key: middleKeys.privateKey }
}

async function listen(server: Server, host: string): Promise<number> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => sockets.add(socket.on('close', () => sockets.delete(socket))))
  server.listen(0, host)
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  return (server.address() as AddressInfo).port
}
