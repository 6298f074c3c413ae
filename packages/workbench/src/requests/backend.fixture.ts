import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A request as it arrived. */
export interface Arrived {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** A server on this machine that remembers what it was asked. */
export interface TestServer {
  readonly url: string
  readonly arrived: readonly Arrived[]
  /** Waits until this many requests have arrived since the start. */
  untilArrived(count: number): Promise<void>
  readonly close: () => Promise<void>
}

/** Starts a server whose answers the handler writes. */
export async function startServer(
  handle: (request: Arrived, response: ServerResponse) => void | Promise<void>,
): Promise<TestServer> {
  const arrived: Arrived[] = []
  let watchers: (() => void)[] = []
  const server = createServer(async (message, response) => {
    const { method = '', url = '', headers } = message
    const request = { method, url, headers, body: await text(message) }
    arrived.push(request)
    for (const tell of watchers) tell()
    await handle(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived,
    untilArrived: async (count) => {
      while (arrived.length < count) await new Promise<void>((resolve) => watchers.push(resolve))
      watchers = []
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Answers with JSON. */
export function answerJson(response: ServerResponse, json: unknown, status = 200): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(json))
}
