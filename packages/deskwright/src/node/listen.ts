import type { Server } from 'node:net'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import { errorCode } from './system-error.ts'

/** The port of a backend whose port nobody chose. */
export const defaultPort = 7779

const portsToTry = 20

/**
 * Starts to listen on the given port, or without one on the first free port from `first` on.
 *
 * @returns the port
 * @throws DeskwrightError `port-in-use`, `ports-in-use`, `port-forbidden`, `host-unavailable`
 */
export async function listen(
  server: Server,
  host: string,
  port: number | undefined,
  first = defaultPort,
): Promise<number> {
  if (port !== undefined) return await listenOn(server, host, port)
  const last = first + portsToTry - 1
  for (let candidate = first; candidate <= last; candidate++) {
    try {
      return await listenOn(server, host, candidate)
    } catch (error) {
      if (!(error instanceof DeskwrightError && error.code === 'port-in-use')) throw error
    }
  }
  throw new DeskwrightError('ports-in-use', { host, first, last })
}

async function listenOn(server: Server, host: string, port: number): Promise<number> {
  return await new Promise((resolve, reject) => {
    const refuse = (error: Error) => reject(toListenError(error, host, port))
    server.once('error', refuse)
    server.listen({ host, port }, () => {
      server.off('error', refuse)
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function toListenError(cause: Error, host: string, port: number): Error {
  switch (errorCode(cause)) {
    case 'EADDRINUSE':
      return new DeskwrightError('port-in-use', { host, port }, { cause })
    case 'EACCES':
      return new DeskwrightError('port-forbidden', { port }, { cause })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EINVAL':
      return new DeskwrightError('host-unavailable', { host }, { cause })
    default:
      return cause
  }
}
