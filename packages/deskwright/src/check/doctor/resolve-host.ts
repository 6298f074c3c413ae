import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Finds the addresses of a host, in the order they are tried; none when its name is unknown. */
export async function resolveHost(host: string): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host]
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address)
  } catch {
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
