import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import type { Patience } from './connect.ts'
import { resolveHost } from './resolve-host.ts'
import { type DoneHandshake, shakeHands } from './shake-hands.ts'
import { toDay, toTlsFinding } from './to-tls-finding.ts'

const place = { where: 'widgets.json' }
const day = 86_400_000
/** Days in which a certificate should have been renewed. */
const soon = 14

/** Judges the certificate of a server that answers: what some browsers refuse, and what will be refused soon. */
export async function judgeCertificate(url: string, patience: Patience): Promise<readonly Diagnostic[]> {
  const { hostname, port } = new URL(url)
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const addresses = await resolveHost(host, patience)
  const hands = await findHands(addresses, host, port === '' ? 443 : Number(port), patience)
  if (hands === undefined) return []
  const finding = toTlsFinding(host, hands)
  if (finding?.severity === 'error') return [finding]
  const { valid_from: from, valid_to: to } = hands.certificate
  const left = Date.parse(to) - Date.now()
  // Some live for a few days only, and are renewed in time.
  const isSoon = left < soon * day && left < (Date.parse(to) - Date.parse(from)) / 3
  const days = Math.floor(left / day)
  return [
    ...(finding === undefined ? [] : [finding]),
    ...(isSoon ? [diagnose('advice', 'tls-expires-soon', place, { host, to: toDay(new Date(to)), days })] : []),
  ]
}

async function findHands(
  addresses: readonly string[],
  host: string,
  port: number,
  patience: Patience,
): Promise<DoneHandshake | undefined> {
  for (const address of addresses) {
    const hands = await shakeHands({ address, host, port }, patience)
    if (hands.kind === 'done') return hands
  }
  return undefined
}
