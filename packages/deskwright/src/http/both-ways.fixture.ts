import { serve } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, test } from 'vitest'
import type { Fetch } from './backend.ts'

/** Sends a request to the backend under test. */
export type Send = (path: string, init?: RequestInit) => Promise<Response>

/** Makes a `Send` for a backend; whatever it opened is closed after the test. */
export type Connect = (fetch: Fetch) => Promise<Send>

/** Runs a test twice: straight through `.fetch`, and through a real socket. */
export function bothWays(name: string, body: (connect: Connect) => Promise<void>): void {
  describe(name, () => {
    test('by fetch', () => body(async (fetch) => async (path, init) => fetch(new Request(toUrl(path, 80), init))))
    test('by socket', async () => {
      const closers: (() => Promise<void>)[] = []
      try {
        await body(async (fetch) => {
          const { send, close } = await listen(fetch)
          closers.push(close)
          return send
        })
      } finally {
        await Promise.all(closers.map((close) => close()))
      }
    })
  })
}

/** Serves on a free port, as `deskwright/node` does. The server's light Request and Response leave with it. */
export async function listen(fetch: Fetch): Promise<{ send: Send; port: number; close: () => Promise<void> }> {
  const natives = { Request: globalThis.Request, Response: globalThis.Response }
  const server = await new Promise<Server>((resolve) => {
    const started = serve({ fetch, hostname: '127.0.0.1', port: 0 }, () => resolve(started as Server))
  })
  const { port } = server.address() as AddressInfo
  return {
    port,
    send: (path, init) => globalThis.fetch(toUrl(path, port), init),
    close: async () => {
      Object.defineProperty(globalThis, 'Request', { value: natives.Request })
      Object.defineProperty(globalThis, 'Response', { value: natives.Response })
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function toUrl(path: string, port: number): string {
  return `http://127.0.0.1:${port}${path}`
}
