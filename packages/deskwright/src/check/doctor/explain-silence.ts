import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import { isLoopback } from '../probes/is-local.ts'
import { connect, isOpen, type Patience } from './connect.ts'
import { greet, mumble, type Peer } from './greet.ts'
import { listOwnAddresses, resolveHost, toUrlHost } from './resolve-host.ts'
import { shakeHands } from './shake-hands.ts'
import { toTlsFinding } from './to-tls-finding.ts'

const place = { where: 'widgets.json' }
/** Where backends are usually started. */
const usualPorts = [6900, 7779, 8000, 5050, 8080, 5000, 3000]
/** Milliseconds that are enough on this machine. */
const short = 1000

/**
 * Finds out step by step why a URL gives no answer: name, connection, TLS, HTTP. Gives nothing when all of them work. Each step has the
 * given patience. Throws only when the signal ended it.
 */
export async function explainSilence(url: string, patience: Patience): Promise<Diagnostic | undefined> {
  const { protocol, host, port, path } = toAddress(url)
  const addresses = await resolveHost(host, patience)
  if (addresses.length === 0) return diagnose('error', 'host-unknown', place, { host })
  const address = await findOpen(addresses, port, patience)
  if (address === undefined) return await explainRefusal({ url, host, port, protocol, addresses }, patience)
  const peer = { address, host, port, path }
  return protocol === 'https:' ? await explainTls(url, peer, patience) : await explainHttp(url, peer, patience)
}

function toAddress(url: string) {
  const { protocol, hostname, port, pathname: path } = new URL(url)
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  return { protocol, host, path, port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port) }
}

async function findOpen(addresses: readonly string[], port: number, patience: Patience): Promise<string | undefined> {
  for (const address of addresses) if (await isOpen(address, port, patience)) return address
  return undefined
}

async function explainRefusal(
  asked: { url: string; host: string; port: number; protocol: string; addresses: readonly string[] },
  patience: Patience,
): Promise<Diagnostic> {
  const { url, host, port, protocol, addresses } = asked
  const own = listOwnAddresses()
  const toUrl = (address: string, port: number) => `${protocol}//${toUrlHost(address)}:${port}`
  const isHere = isLoopback(url) || addresses.some((address) => own.includes(address))
  if (isHere) {
    const others = own.filter((address) => !addresses.includes(address))
    const found = await findOpen(others, port, { ...patience, limit: Math.min(patience.limit, short) })
    if (found !== undefined) {
      const family = found === '::1' ? 'the IPv6 address ::1' : found
      return diagnose('error', 'address-other', place, { host, port, found: toUrl(found, port), family })
    }
  }
  const reach = await connect(addresses[0]!, port, patience)
  if (reach.kind === 'silent') {
    return diagnose('error', 'host-silent', place, { host, port, seconds: patience.limit / 1000 })
  }
  if (reach.kind === 'unreachable') {
    return diagnose('error', 'host-unreachable', place, { host, port, reason: reach.reason })
  }
  if (reach.kind === 'open') reach.socket.destroy()
  const others = isHere ? await findBackends(port, patience) : []
  return diagnose('error', 'port-refused', place, { host, port, others })
}

/** Looks for backends on the usual ports of this machine. */
async function findBackends(refused: number, { signal }: Patience): Promise<readonly string[]> {
  const urls = usualPorts.filter((port) => port !== refused).map((port) => `http://127.0.0.1:${port}`)
  const isBackend = await Promise.all(
    urls.map(async (url) => {
      try {
        const limit = AbortSignal.any([signal, AbortSignal.timeout(short)])
        const answer = await fetch(`${url}/widgets.json`, { signal: limit, redirect: 'error' })
        const isJson = answer.ok && /json/.test(answer.headers.get('content-type') ?? '')
        await answer.body?.cancel()
        return isJson
      } catch {
        signal.throwIfAborted()
        return false
      }
    }),
  )
  return urls.filter((_url, index) => isBackend[index])
}

async function explainTls(url: string, peer: Peer, patience: Patience): Promise<Diagnostic | undefined> {
  const { address, host, port } = peer
  const hands = await shakeHands({ address, host, port }, patience)
  if (hands.kind === 'done') return toTlsFinding(host, hands)
  const greeting = await greet(peer, patience)
  if (greeting.kind === 'http') {
    return diagnose('error', 'tls-missing', place, { url, plain: url.replace(/^https:/i, 'http:') })
  }
  return diagnose('error', 'tls-failed', place, { url, reason: hands.reason })
}

async function explainHttp(url: string, peer: Peer, patience: Patience): Promise<Diagnostic | undefined> {
  const greeting = await greet(peer, patience)
  if (greeting.kind === 'http' && greeting.status !== 400) return undefined
  const hands = greeting.kind === 'tls' ? undefined : await shakeHands(peer, patience)
  if (hands === undefined || hands.kind === 'done') {
    return diagnose('error', 'tls-only', place, { url, secure: url.replace(/^http:/i, 'https:') })
  }
  if (greeting.kind === 'foreign') return diagnose('error', 'server-foreign', place, { url, said: greeting.said })
  if (greeting.kind === 'closed') return diagnose('error', 'server-closes', place, { url })
  if (greeting.kind !== 'silent' || (await mumble(peer, patience)).kind !== 'silent') return undefined
  return diagnose('error', 'server-silent', place, { url, seconds: patience.limit / 1000 })
}
