import type { IncomingMessage, Server, ServerResponse } from 'node:http'

/** Ends a server without losing an answer. */
export interface Drain {
  /** How many requests are being answered. */
  readonly inFlight: number
  /**
   * Refuses new connections, lets every request in flight finish, and closes. After `grace` milliseconds what is still
   * open is cut off. Resolves to the number of answers that were cut off.
   */
  close(grace: number): Promise<number>
}

/** Watches the requests of a server, so that it can be ended gracefully. */
export function createDrain(server: Server): Drain {
  const inFlight = new Set<ServerResponse>()
  let closing: Promise<number> | undefined
  let settle: (() => void) | undefined

  server.on('request', (_request: IncomingMessage, response: ServerResponse) => {
    inFlight.add(response)
    if (closing !== undefined) response.shouldKeepAlive = false
    response.once('close', () => {
      inFlight.delete(response)
      settle?.()
    })
  })

  const close = async (grace: number): Promise<number> => {
    let cut = 0
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    for (const response of inFlight) {
      if (!response.headersSent) response.shouldKeepAlive = false
    }
    const force = setTimeout(() => {
      cut = inFlight.size
      server.closeAllConnections()
    }, grace)
    // A connection that never asked anything (browsers open some in advance) must not hold the end up; one turn of the
    // event loop lets a request that has already arrived be read first.
    settle = () => {
      if (inFlight.size > 0) server.closeIdleConnections()
      else setImmediate(() => inFlight.size === 0 && server.closeAllConnections())
    }
    settle()
    await closed
    clearTimeout(force)
    return cut
  }

  return {
    get inFlight() {
      return inFlight.size
    },
    close: (grace) => (closing ??= close(grace)),
  }
}
