import { serve } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { Fetch } from './backend.ts'

/** Sends a request to the backend under test. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>

/** The two ways a request takes to a backend; every HTTP test runs both: `describe.each(bothWays)('by $way', …)`. */
export const bothWays: readonly { way: string; connect: (fetch: Fetch) => Promise<Send> }[] = [
  { way: 'fetch', connect: async (fetch) => async (path, init) => fetch(new Request(toUrl(path, 80), init)) },
  { way: 'socket', connect: async (fetch) => (await listen(fetch)).send },
]

/**
 * Serves on a free port until the test ends, as `deskwright/node` does. The server's light Request and Response, which it
 * puts in place of the native ones, leave with it.
 */
export async function listen(fetch: Fetch): Promise<{ send: Send; port: number }> {
  const natives = { Request: globalThis.Request, Response: globalThis.Response }
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started as Server))
  })
  onTestFinished(async () => {
    Object.defineProperty(globalThis, 'Request', { value: natives.Request })
    Object.defineProperty(globalThis, 'Response', { value: natives.Response })
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return { port, send: (path, init) => globalThis.fetch(toUrl(path, port), init) }
}

function toUrl(path: string, port: number): string {
  return `http://127.0.0.1:${port}${path}`
}
