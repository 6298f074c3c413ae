import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { hasShared, readShared } from '../conformance/shared.ts'

/** One request that was asked of a real backend, and what it answered. */
export interface Exchange {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly requestBody: unknown
  readonly status: number
  readonly contentType: string
  /** The origin that the answer allowed; `null` when the answer had no CORS headers. */
  readonly cors: string | null
  readonly json?: unknown
  readonly text?: string
  /** The id of the widget that it was asked for. */
  readonly widget?: string
}

/** A backend that answers as another one did. */
export interface ReplayServer {
  readonly url: string
  readonly exchanges: readonly Exchange[]
  /** What it was asked, in order: `GET /table_widget`. Preflights are left out. */
  readonly asked: readonly string[]
  close(): void
}

const folder = 'captures/reference-backend'

/** Whether the recorded backend is there. Says so when it is not. */
export const hasCapture = hasShared(folder)

/**
 * Serves what the official example backend answered when it was recorded. A request is answered by the recorded one of the same
 * path and method whose query and body are most alike; another method gets 405, another path 404, as that backend does.
 */
export async function serveReplay(): Promise<ReplayServer> {
  const exchanges = JSON.parse(readShared(`${folder}/exchanges.json`)) as Exchange[]
  const asked: string[] = []
  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') answerPreflight(request, response)
    else {
      asked.push(`${request.method} ${request.url}`)
      void text(request).then((body) => answer(request, response, findExchange(exchanges, request, body)))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    exchanges,
    asked,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

function answerPreflight({ headers }: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, {
    'Access-Control-Allow-Origin': headers.origin ?? '*',
    'Access-Control-Allow-Methods': 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT',
    'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '*',
    'Access-Control-Max-Age': '600',
    Vary: 'Origin',
  })
  response.end('OK')
}

/** The recorded server allowed the page that asked: so does this one, wherever that one did. */
function answer({ headers }: IncomingMessage, response: ServerResponse, exchange: Exchange): void {
  const { status, contentType, cors, json, text } = exchange
  response.writeHead(status, {
    'Content-Type': contentType,
    ...(cors === null ? {} : { 'Access-Control-Allow-Origin': headers.origin ?? '*', Vary: 'Origin' }),
  })
  response.end(text ?? JSON.stringify(json))
}

function findExchange(exchanges: readonly Exchange[], request: IncomingMessage, body: string): Exchange {
  const url = new URL(request.url ?? '/', 'http://replay')
  const here = exchanges.filter((exchange) => toPath(exchange) === url.pathname)
  if (here.length === 0) return toRefusal(404, 'Not Found')
  const wanted = toTraits(url, body)
  const [best] = here
    .filter(({ method }) => method === request.method)
    .map((exchange) => ({ exchange, distance: distanceBetween(wanted, toTraitsOf(exchange)) }))
    .toSorted((one, other) => one.distance - other.distance)
  return best?.exchange ?? toRefusal(405, 'Method Not Allowed')
}

function toRefusal(status: number, detail: string): Exchange {
  const json = { detail }
  return { method: '', url: '', requestBody: null, status, contentType: 'application/json', cors: '*', json }
}

function toPath({ url }: Exchange): string {
  return new URL(url, 'http://replay').pathname
}

/** What tells two requests to one path apart: `days=1`. */
function toTraits({ searchParams }: URL, body: string): ReadonlySet<string> {
  const sent = (body === '' ? {} : JSON.parse(body)) as Readonly<Record<string, unknown>>
  return new Set([
    ...[...searchParams].map(([key, value]) => `${key}=${value}`),
    ...Object.entries(sent ?? {}).map(([key, value]) => `${key}:${JSON.stringify(value)}`),
  ])
}

function toTraitsOf({ url, requestBody }: Exchange): ReadonlySet<string> {
  return toTraits(new URL(url, 'http://replay'), requestBody === null ? '' : JSON.stringify(requestBody))
}

function distanceBetween(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  return [...one].filter((trait) => !other.has(trait)).length + [...other].filter((trait) => !one.has(trait)).length
}
