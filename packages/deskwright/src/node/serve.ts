import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { hasErrors, type Diagnostic } from '../errors/diagnostic.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import { summarizeDiagnostics } from '../errors/render.ts'
import type { Backend, RuntimeOptions } from '../http/backend.ts'
import { toBasePath } from '../http/path.ts'
import { createDrain } from './drain.ts'
import { defaultPort, listen } from './listen.ts'
import { isLoopback } from './loopback.ts'
import { replyMalformed } from './reply-malformed.ts'
import type { CertificateFiles } from './tls/certificate-files.ts'
import { createSocketSwitch } from './socket-switch.ts'
import { toUrl } from './url.ts'

/** Where and how to serve a backend. */
export interface ServeOptions extends RuntimeOptions {
  /** Default: the first free port from 7779 on. 0 takes any free one. */
  readonly port?: number
  /** Default `127.0.0.1`: this machine only. */
  readonly host?: string
  /** `true` makes and keeps a certificate for localhost; or your own files, in PEM. Default: plain HTTP. */
  readonly https?: boolean | CertificateFiles
  /** Serves on a public address without `auth`. Everyone who reaches the port can read the data. */
  readonly insecure?: boolean
}

/** A backend that listens. */
export interface RunningServer {
  /** What to type in Workspace's connection dialog, without a final slash: `http://127.0.0.1:7779/desk`. */
  readonly url: string
  readonly host: string
  readonly port: number
  /** Whether the port is another than the usual one because that was taken. */
  readonly portMoved: boolean
  /** How many requests are being answered. */
  readonly inFlight: number
  /** The local certificate authority that browsers have to trust, with `https: true`. */
  readonly authority: { readonly file: string; readonly isNew: boolean } | undefined
  /** Serves another backend from the next request on. Requests in flight finish on the old one. */
  swap(backend: Backend): void
  /**
   * Refuses new connections, finishes every request in flight, and ends. What takes longer than `grace` milliseconds
   * (default 10 000) is cut off. Resolves to the number of requests that were cut off.
   */
  close(grace?: number): Promise<number>
}

const defaultGrace = 10_000

/**
 * Serves a backend on a port of this machine, over HTTP or HTTPS.
 *
 * @throws DeskwrightError `backend-invalid` with all findings, `public-without-auth`, `port-in-use`, `certificate-expired` …
 */
export async function serve(backend: Backend, options: ServeOptions = {}): Promise<RunningServer> {
  const { host = '127.0.0.1', port, https = false, insecure = false, ...runtime } = options
  refuseErrors(backend)
  if (!isLoopback(host) && backend.options.auth === undefined && !insecure) {
    throw new DeskwrightError('public-without-auth', { host })
  }
  const credentials = https === false ? undefined : await loadCredentials(https)

  let fetch = backend.createFetch(runtime)
  let basePath = toBasePath(backend.options.basePath)
  const answer = getRequestListener((request) => fetch(request), { hostname: host, errorHandler: replyMalformed })
  const server: Server =
    credentials === undefined
      ? createServer(answer)
      : credentials.createServer({ key: credentials.key, cert: credentials.cert }, answer)

  const drain = createDrain(server)
  const sockets = createSocketSwitch(server, runtime)
  await sockets.use(backend)
  const actualPort = await listen(server, host, port)
  return {
    get url() {
      return `${toUrl({ host, port: actualPort, secure: credentials !== undefined })}${basePath}`
    },
    get inFlight() {
      return drain.inFlight
    },
    host,
    port: actualPort,
    portMoved: port === undefined && actualPort !== defaultPort,
    authority: credentials?.authority,
    swap(next) {
      refuseErrors(next)
      fetch = next.createFetch(runtime)
      basePath = toBasePath(next.options.basePath)
      void sockets.use(next)
    },
    async close(grace = defaultGrace) {
      const [cut] = await Promise.all([drain.close(grace), sockets.close(grace)])
      return cut
    },
  }
}

function refuseErrors({ name, manifest }: Backend): void {
  const diagnostics: readonly Diagnostic[] = manifest.diagnostics
  if (!hasErrors(diagnostics)) return
  throw new DeskwrightError('backend-invalid', { name, summary: summarizeDiagnostics(diagnostics) }, { diagnostics })
}

/** Loads what only HTTPS needs. */
async function loadCredentials(https: true | CertificateFiles) {
  const { createServer } = await import('node:https')
  if (https !== true) {
    const { loadCertificateFiles } = await import('./tls/certificate-files.ts')
    return { createServer, ...(await loadCertificateFiles(https)), authority: undefined }
  }
  const { loadLocalCertificate } = await import('./tls/local-certificate.ts')
  const { key, cert, authorityFile, authorityIsNew } = await loadLocalCertificate()
  return { createServer, key, cert, authority: { file: authorityFile, isNew: authorityIsNew } }
}
