import 'reflect-metadata'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createSocketServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { webcrypto } from 'node:crypto'
import { PemConverter, SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509'
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
  return await listen(createSecureServer(await issue(certificate), listener), '127.0.0.1')
}

/** What a certificate says. */
export interface CertificateOptions {
  readonly names?: readonly string[]
  readonly from?: Date
  readonly to?: Date
}

async function issue({ names = ['127.0.0.1'], from, to }: CertificateOptions): Promise<{ key: string; cert: string }> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const day = 86_400_000
  const certificate = await X509CertificateGenerator.createSelfSigned(
    {
      name: 'CN=Fleet',
      keys,
      signingAlgorithm: algorithm,
      notBefore: from ?? new Date(Date.now() - day),
      notAfter: to ?? new Date(Date.now() + day),
      extensions: [
        new SubjectAlternativeNameExtension(
          names.map((value) => ({ type: /^[\d.]+$/.test(value) ? ('ip' as const) : ('dns' as const), value })),
        ),
      ],
    },
    webcrypto as Crypto,
  )
  const key = PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey), 'PRIVATE KEY')
  return { key, cert: certificate.toString('pem') }
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
