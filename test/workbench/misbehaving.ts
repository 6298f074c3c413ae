import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { issueAuthority, issueLeaf } from '../../packages/deskwright/src/node/tls/issue-certificate.ts'

/** Backends that fail, each in its own way. */
export interface Misbehaving {
  /** Their addresses, by what is wrong with them. */
  readonly urls: Readonly<Record<string, string>>
  close(): void
}

const answer =
  (status: number, body: string, contentType = 'application/json'): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': contentType, 'Access-Control-Allow-Origin': '*' }).end(body)
  }

const listeners: Readonly<Record<string, RequestListener>> = {
  cors: (_request, response) => response.end('{}'),
  otherOrigin: (_request, response) =>
    response.setHeader('Access-Control-Allow-Origin', 'https://pro.openbb.co').end('{}'),
  unauthorized: answer(401, '{"detail": "Which key?"}'),
  forbidden: answer(403, '{}'),
  missing: answer(404, '{"detail": "Not Found"}'),
  crashed: answer(500, '{"detail": "The database is down"}'),
  page: answer(200, '<!doctype html><title>Log in</title>', 'text/html'),
  cut: answer(200, '{"prices": {"name": "Prices",'),
  list: answer(200, '[{"name": "Prices"}]'),
  spoken: answer(200, '{}'),
  redirects: (_request, response) => response.writeHead(302, { Location: 'http://127.0.0.1:1/elsewhere' }).end(),
}

/** Starts them all. */
export async function serveMisbehaving(): Promise<Misbehaving> {
  const servers = Object.entries(listeners).map(([name, listener]) => ({ name, server: createServer(listener) }))
  const secure = createSecureServer(await issueUntrusted(), (_request, response) => response.end('{}'))
  const closed = createServer()
  for (const server of [...servers.map(({ server }) => server), secure, closed]) {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
  }
  const { spoken = '', ...urls } = Object.fromEntries(
    servers.map(({ name, server }) => [name, toUrl(server.address())]),
  )
  const refused = toUrl(closed.address())
  closed.close()
  return {
    urls: {
      ...urls,
      refused,
      untrusted: toUrl(secure.address()).replace('http:', 'https:'),
      plain: spoken.replace('http:', 'https:'),
      unnamed: 'http://no-such-host.invalid:8000',
    },
    close() {
      for (const { server } of servers) {
        server.close()
        server.closeAllConnections()
      }
      secure.close()
      secure.closeAllConnections()
    },
  }
}

function toUrl(address: AddressInfo | string | null): string {
  return `http://127.0.0.1:${(address as AddressInfo).port}`
}

async function issueUntrusted() {
  const now = new Date()
  const pem = await issueLeaf(await issueAuthority('a stranger', now), now)
  return { key: pem, cert: pem }
}
