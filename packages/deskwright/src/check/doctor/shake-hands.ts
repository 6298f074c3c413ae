import { isIP } from 'node:net'
import { connect as secure, type DetailedPeerCertificate } from 'node:tls'
import { connect, type Patience } from './connect.ts'

/** A handshake that came to its end, whatever the certificate is. */
export interface DoneHandshake {
  readonly kind: 'done'
  readonly certificate: DetailedPeerCertificate
  /** Why this process would not trust it, as OpenSSL names it. */
  readonly refusal?: string
}

/** How a TLS handshake ended. */
export type Handshake = DoneHandshake | { readonly kind: 'failed' | 'silent'; readonly reason: string }

/** Makes a secure connection to one address whatever its certificate is. Throws only when the signal ended it. */
export async function shakeHands(
  { address, host, port }: { readonly address: string; readonly host: string; readonly port: number },
  patience: Patience,
): Promise<Handshake> {
  const { limit, signal } = patience
  const reach = await connect(address, port, patience)
  if (reach.kind !== 'open') return { kind: 'silent', reason: 'no connection' }
  const handshake = await new Promise<Handshake>((resolve) => {
    const give = (end: Handshake) => {
      clearTimeout(timer)
      socket.destroy()
      reach.socket.destroy()
      resolve(end)
    }
    const name = isIP(host) === 0 ? { servername: host } : {}
    // Nothing is sent on this connection: a certificate that is not trusted is looked at, no more. Whoever judges it looks at its names.
    const socket = secure({
      socket: reach.socket,
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
      ...name,
    })
    const timer = setTimeout(() => give({ kind: 'silent', reason: 'the handshake does not end' }), limit)
    socket.once('error', (error) => give({ kind: 'failed', reason: toReason(error) }))
    socket.once('close', () => give({ kind: 'failed', reason: 'the server closed the connection' }))
    reach.socket.once('close', () => give({ kind: 'failed', reason: 'the server closed the connection' }))
    socket.once('secureConnect', () => {
      const refusal = socket.authorized ? {} : { refusal: String(socket.authorizationError) }
      give({ kind: 'done', certificate: socket.getPeerCertificate(true), ...refusal })
    })
  })
  signal.throwIfAborted()
  return handshake
}

function toReason(error: NodeJS.ErrnoException): string {
  return error.code === undefined ? error.message : error.code
}
