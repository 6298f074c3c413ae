import { isLoopback } from './loopback.ts'

/** Where a server listens. */
export interface Address {
  readonly host: string
  readonly port: number
  readonly secure: boolean
}

const wildcards: readonly string[] = ['', '0.0.0.0', '::', '[::]']

/** Writes the URL a person types on this machine, without a final slash and without the backend's base path. */
export function toUrl({ host, port, secure }: Address): string {
  return `${secure ? 'https' : 'http'}://${toHostname(host, secure)}:${port}`
}

/** Certificates name `localhost`; and a wildcard is no name at all. */
function toHostname(host: string, secure: boolean): string {
  if (wildcards.includes(host) || isLoopback(host)) return secure ? 'localhost' : toLoopback(host)
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}

function toLoopback(host: string): string {
  if (wildcards.includes(host)) return '127.0.0.1'
  return host === '::1' ? '[::1]' : host
}
