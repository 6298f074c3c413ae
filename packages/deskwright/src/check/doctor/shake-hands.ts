import { isIP } from 'node:net'
import { checkServerIdentity, connect as secure, type PeerCertificate } from 'node:tls'
import { connect } from './connect.ts'

/** How a TLS handshake ended. */
export type Handshake =
  | { readonly kind: 'trusted' }
  | { readonly kind: 'failed' | 'silent'; readonly reason: string }
  | { readonly kind: 'expired'; readonly from: string; readonly to: string }
  | { readonly kind: 'name'; readonly names: string }
  | { readonly kind: 'untrusted'; readonly issuer: string; readonly isOwn: boolean }

/** Makes a secure connection to one address whatever its certificate is, and says what a browser will think of that. */
export async function shakeHands(address: string, host: string, port: number, limit: number): Promise<Handshake> {
  const reach = await connect(address, port, limit)
  if (reach.kind !== 'open') return { kind: 'silent', reason: 'no connection' }
  return await new Promise((resolve) => {
    const give = (handshake: Handshake) => {
      clearTimeout(timer)
      socket.destroy()
      reach.socket.destroy()
      resolve(handshake)
    }
    const name = isIP(host) === 0 ? { servername: host } : {}
    // Nothing is sent on this connection: a certificate that is not trusted is looked at, no more.
    const socket = secure({ socket: reach.socket, rejectUnauthorized: false, ...name })
    const timer = setTimeout(() => give({ kind: 'silent', reason: 'the handshake does not end' }), limit)
    socket.once('error', (error) => give({ kind: 'failed', reason: toReason(error) }))
    socket.once('close', () => give({ kind: 'failed', reason: 'the server closed the connection' }))
    socket.once('secureConnect', () =>
      give(judge(socket.getPeerCertificate(), host, socket.authorized ? undefined : String(socket.authorizationError))),
    )
  })
}

function judge(certificate: PeerCertificate, host: string, refusal: string | undefined): Handshake {
  const now = Date.now()
  const [from, to] = [new Date(certificate.valid_from), new Date(certificate.valid_to)]
  if (now < from.getTime() || now > to.getTime()) return { kind: 'expired', from: toDay(from), to: toDay(to) }
  if (checkServerIdentity(host, certificate) !== undefined) return { kind: 'name', names: toNames(certificate) }
  if (refusal === undefined) return { kind: 'trusted' }
  const issuer = certificate.issuer.CN ?? certificate.issuer.O ?? 'an unnamed authority'
  return { kind: 'untrusted', issuer: String(issuer), isOwn: refusal.includes('DEPTH_ZERO_SELF_SIGNED') }
}

function toNames({ subject, subjectaltname }: PeerCertificate): string {
  const names = subjectaltname?.split(', ').map((name) => name.replace(/^[^:]*:/, '')) ?? []
  return names.length > 0 ? names.join(', ') : `no name at all (subject "${String(subject.CN ?? '')}")`
}

function toDay(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'an unknown day' : date.toISOString().slice(0, 10)
}

function toReason(error: NodeJS.ErrnoException): string {
  return error.code === undefined ? error.message : error.code
}
