import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import { connect, isOpen } from './connect.ts'
import { greet } from './greet.ts'
import { listOwnAddresses, resolveHost, toUrlHost } from './resolve-host.ts'
import { shakeHands } from './shake-hands.ts'

const place = { where: 'widgets.json' }
/** Where backends are usually started. */
const usualPorts = [6900, 7779, 8000, 5050, 8080, 5000, 3000]

/**
 * Finds out step by step why a URL gives no answer: name, connection, TLS, HTTP. Gives nothing when all of them work.
 * A step takes so many milliseconds at most.
 */
export async function explainSilence(url: string, limit: number): Promise<Diagnostic | undefined> {
  const { protocol, hostname, port: written, pathname } = new URL(url)
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const isSecure = protocol === 'https:'
  const port = written === '' ? (isSecure ? 443 : 80) : Number(written)
  const addresses = await resolveHost(host)
  if (addresses.length === 0) return diagnose('error', 'host-unknown', place, { host })
  const address = await findOpen(addresses, port, limit)
  if (address === undefined) return await explainRefusal({ host, port, protocol, addresses }, limit)
  return isSecure
    ? await explainTls(url, { address, host, port, path: pathname }, limit)
    : await explainHttp(url, { address, host, port, path: pathname }, limit)
}

interface Peer {
  readonly address: string
  readonly host: string
  readonly port: number
  readonly path: string
}

async function findOpen(addresses: readonly string[], port: number, limit: number): Promise<string | undefined> {
  for (const address of addresses) if (await isOpen(address, port, limit)) return address
  return undefined
}

async function explainRefusal(
  asked: { host: string; port: number; protocol: string; addresses: readonly string[] },
  limit: number,
): Promise<Diagnostic> {
  const { host, port, protocol, addresses } = asked
  const own = listOwnAddresses()
  const toUrl = (address: string, port: number) => `${protocol}//${toUrlHost(address)}:${port}`
  if (addresses.some((address) => own.includes(address))) {
    const others = own.filter((address) => !addresses.includes(address))
    const found = await findOpen(others, port, Math.min(limit, 1000))
    if (found !== undefined) {
      const family = found === '::1' ? 'the IPv6 address ::1' : found
      return diagnose('error', 'address-other', place, { host, port, found: toUrl(found, port), family })
    }
  }
  const reach = await connect(addresses[0]!, port, limit)
  if (reach.kind === 'silent') return diagnose('error', 'host-silent', place, { host, port, seconds: limit / 1000 })
  if (reach.kind === 'unreachable') {
    return diagnose('error', 'host-unreachable', place, { host, port, reason: reach.reason })
  }
  if (reach.kind === 'open') reach.socket.destroy()
  const others = addresses.includes('127.0.0.1') ? await findBackends(port) : []
  return diagnose('error', 'port-refused', place, { host, port, others })
}

/** Looks for backends on the usual ports of this machine. */
async function findBackends(refused: number): Promise<readonly string[]> {
  const urls = usualPorts.filter((port) => port !== refused).map((port) => `http://127.0.0.1:${port}`)
  const isBackend = await Promise.all(
    urls.map(async (url) => {
      try {
        const answer = await fetch(`${url}/widgets.json`, { signal: AbortSignal.timeout(1000), redirect: 'error' })
        const isJson = answer.ok && /json/.test(answer.headers.get('content-type') ?? '')
        await answer.body?.cancel()
        return isJson
      } catch {
        return false
      }
    }),
  )
  return urls.filter((_url, index) => isBackend[index])
}

async function explainTls(url: string, peer: Peer, limit: number): Promise<Diagnostic | undefined> {
  const { address, host, port } = peer
  const hands = await shakeHands(address, host, port, limit)
  if (hands.kind === 'expired') return diagnose('error', 'tls-expired', place, { host, from: hands.from, to: hands.to })
  if (hands.kind === 'name') return diagnose('error', 'tls-name', place, { host, names: hands.names })
  if (hands.kind === 'untrusted') {
    return diagnose('error', 'tls-untrusted', place, { host, issuer: hands.issuer, isOwn: hands.isOwn })
  }
  if (hands.kind === 'trusted') return undefined
  const greeting = await greet(address, peer, limit)
  if (greeting.kind === 'http') {
    return diagnose('error', 'tls-missing', place, { url, plain: url.replace(/^https:/i, 'http:') })
  }
  return diagnose('error', 'tls-failed', place, { url, reason: hands.reason })
}

async function explainHttp(url: string, peer: Peer, limit: number): Promise<Diagnostic | undefined> {
  const greeting = await greet(peer.address, peer, limit)
  if (greeting.kind === 'http' && greeting.status !== 400) return undefined
  const hands = greeting.kind === 'tls' ? undefined : await shakeHands(peer.address, peer.host, peer.port, limit)
  if (hands === undefined || (hands.kind !== 'failed' && hands.kind !== 'silent')) {
    return diagnose('error', 'tls-only', place, { url, secure: url.replace(/^http:/i, 'https:') })
  }
  if (greeting.kind === 'foreign') return diagnose('error', 'server-foreign', place, { url, said: greeting.said })
  return greeting.kind === 'closed' ? diagnose('error', 'server-closes', place, { url }) : undefined
}
