import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server of pages, for tests of frames. */
export interface Pages {
  /** `http://127.0.0.1:…` */
  readonly url: string
  /** Path and query of what was asked, in order. */
  readonly asked: readonly string[]
  close(): void
}

/** Serves HTML by path; a page can forward to another address by giving it in `to`. */
export async function servePages(pages: Readonly<Record<string, string | { readonly to: string }>>): Promise<Pages> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url!.split('?')[0]!
    const page = pages[path]
    asked.push(request.url!)
    if (page === undefined) response.writeHead(404).end()
    else if (typeof page === 'string') response.writeHead(200, { 'content-type': 'text/html' }).end(page)
    else response.writeHead(302, { location: page.to }).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
