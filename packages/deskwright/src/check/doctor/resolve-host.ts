import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import type { Patience } from './connect.ts'

/** Finds the addresses of a host, in the order they are tried; none when its name is unknown. Throws only when the signal ended it. */
export async function resolveHost(host: string, { limit, signal }: Patience): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host]
  const end = AbortSignal.any([signal, AbortSignal.timeout(limit)])
  const isOver = new Promise<never>((_resolve, reject) => {
    end.addEventListener('abort', () => reject(end.reason as Error), { once: true })
  })
  try {
    // A look-up cannot be ended, but it need not be waited for.
    return (await Promise.race([lookup(host, { all: true }), isOver])).map(({ address }) => address)
  } catch {
    signal.throwIfAborted()
    return []
  }
}

/** Lists the addresses of this machine itself, the loopback ones first. */
export function listOwnAddresses(): readonly string[] {
  const found = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
  const others = found.filter(({ internal, scopeid = 0 }) => !internal && scopeid === 0)
  return ['127.0.0.1', '::1', ...others.map(({ address }) => address)]
}

/** Writes an address as the host of a URL. */
export function toUrlHost(address: string): string {
  return isIP(address) === 6 ? `[${address}]` : address
}
