import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { serve } from './fleet.ts'

/** What came to a server. */
export interface Asked {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly body: string
}

/** Answers a request that is none for a document. */
export type Answer = (asked: Asked, response: ServerResponse, request: IncomingMessage) => unknown

/** Serves documents and what they name, with everything pages need, until the test has finished; gives the URL. */
export async function serveDesk(
  documents: { readonly widgets?: object; readonly agents?: object },
  answer: Answer,
): Promise<string> {
  return await serve((request, response) => {
    const { method = '', headers } = request
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://desk.test')
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('content-type', 'application/json')
    if (method === 'OPTIONS') {
      response.setHeader('access-control-allow-headers', headers['access-control-request-headers'] ?? '*')
      return void response.writeHead(204).end()
    }
    if (pathname === '/widgets.json') return void response.end(JSON.stringify(documents.widgets ?? {}))
    if (pathname === '/agents.json' && documents.agents) return void response.end(JSON.stringify(documents.agents))
    if (/^\/\w+\.json$/.test(pathname)) return void response.writeHead(404).end('{}')
    void text(request).then((body) => answer({ method, path: pathname, query: searchParams, body }, response, request))
  })
}

/** Answers with a value. */
export const send =
  (value: unknown): Answer =>
  (_asked, response) =>
    response.end(typeof value === 'string' ? value : JSON.stringify(value))

/** Answers with a status. */
export const sendStatus =
  (status: number, value: unknown = {}): Answer =>
  (_asked, response) =>
    response.writeHead(status).end(JSON.stringify(value))
