import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { listen } from './listen.ts'
import { parseConnection, type WorkbenchConnection } from './workbench/connection.ts'
import { createEventStream } from './workbench/event-stream.ts'
import { findHighcharts } from './workbench/find-highcharts.ts'
import { findWorkbench } from './workbench/find-workbench.ts'
import { probe } from './workbench/probe.ts'
import type { SourceState } from './workbench/source-state.ts'
import { sendFile } from './workbench/static-files.ts'

/** What to show, and where. */
export interface WorkbenchOptions {
  readonly connections: readonly WorkbenchConnection[]
  /** Default: the first free port from 7799 on. 0 takes any free one. */
  readonly port?: number
  /** Whether {@link RunningWorkbench.tell} will be called. */
  readonly followsSources?: boolean
}

/** The Workbench, being served to the browsers of this machine. */
export interface RunningWorkbench {
  /** What to open: `http://127.0.0.1:7799/workbench`. */
  readonly url: string
  /** What backends have to allow. */
  readonly origin: string
  readonly port: number
  /** Shows other backends from now on. */
  show(connections: readonly WorkbenchConnection[]): void
  /** Tells open pages of a new version, or of what is wrong with it. */
  tell(problem?: SourceState['problem']): void
  close(): Promise<number>
}

/** The first port of the Workbench, after those of backends. */
const firstPort = 7799
const workspaceOrigin = 'https://pro.openbb.co'
const base = '/workbench/'
const largestBody = 65_536

/**
 * Serves the Workbench on a port of its own, so that it is a page of another origin for every backend, as Workspace is.
 * Only browsers of this machine reach it, and only by its address: connections hold secrets.
 *
 * @throws DeskwrightError `workbench-missing`, `port-in-use`, `ports-in-use`
 */
export async function serveWorkbench(options: WorkbenchOptions): Promise<RunningWorkbench> {
  const folder = findWorkbench()
  const highcharts = findHighcharts()
  const host = '127.0.0.1'
  const events = createEventStream<SourceState>({ version: 0 })
  /** Named by the page's user; kept apart, since the page keeps them itself. */
  const added = new Map<string, WorkbenchConnection>()
  let given = options.connections

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  const port = await listen(server, host, options.port, firstPort)
  const origin = `http://${host}:${port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', origin)
    for (const [name, value] of Object.entries(safety)) response.setHeader(name, value)
    // A name that leads here may be anybody's: only the address itself is answered.
    if (request.headers.host !== `${host}:${port}`) return sendElsewhere(request, response, `${origin}${url.pathname}`)
    if (!url.pathname.startsWith(base)) return redirect(response, base)
    const path = url.pathname.slice(base.length)
    const route = routes[`${request.method} ${path}`]
    if (route === undefined) {
      const [, file] = /^vendor\/highcharts[./](.*)/.exec(path) ?? []
      if (file === undefined || highcharts === undefined) return await sendFile(folder, path, response)
      return await sendFile(highcharts, file === 'js' ? 'highcharts.js' : file, response)
    }
    if (!isOwn(request)) return sendJson(response, 403, { detail: 'Only the Workbench may ask this.' })
    await route(request, response, url)
  }

  function isOwn({ headers, method }: IncomingMessage): boolean {
    if (headers.origin !== undefined) return headers.origin === origin
    const site = headers['sec-fetch-site']
    return method === 'GET' && (site === undefined || site === 'same-origin' || site === 'none')
  }

  const routes: Readonly<Record<string, Route>> = {
    'GET connections.json': (_request, response) =>
      sendJson(response, 200, { connections: given, followsSources: options.followsSources ?? false }),
    async 'POST connections.json'(request, response) {
      const length = Number(request.headers['content-length'])
      if (!(length <= largestBody)) return sendJson(response, 413, { detail: 'That is too long.' })
      const connection = parseConnection(await text(request))
      if (connection === undefined) return sendJson(response, 422, { detail: 'That is no connection.' })
      added.set(connection.url, connection)
      sendJson(response, 200, { connection })
    },
    async 'GET probe'(_request, response, { searchParams }) {
      const wanted = searchParams.get('url') ?? ''
      const connection = given.find(({ url }) => url === wanted) ?? added.get(wanted)
      if (connection === undefined) return sendJson(response, 403, { detail: 'That is none of the connections.' })
      sendJson(response, 200, await probe(connection, [origin, workspaceOrigin]))
    },
    'GET events': (_request, response) => events.join(response),
  }

  return {
    url: `${origin}${base.slice(0, -1)}`,
    origin,
    port,
    show(connections) {
      given = connections
    },
    tell(problem) {
      const { version } = events.state
      events.tell(problem === undefined ? { version: version + 1 } : { version, problem })
    },
    async close() {
      events.close()
      server.close()
      server.closeAllConnections()
      return 0
    },
  }
}

type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => void | Promise<void>

const safety = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

/** People type `localhost`; the page there would be of another origin than backends allow, with other layouts. */
function sendElsewhere({ headers, method }: IncomingMessage, response: ServerResponse, location: string): void {
  const name = (headers.host ?? '').replace(/:\d+$/, '')
  if (method === 'GET' && (name === 'localhost' || name === '[::1]')) redirect(response, location)
  else response.writeHead(421, { 'Content-Type': 'text/plain' }).end('The Workbench answers at 127.0.0.1 only.')
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(307, { Location: location }).end()
}

function sendJson(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
  response.end(JSON.stringify(body))
}
