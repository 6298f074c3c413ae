import type { LogEntry } from '../define/backend-options.ts'
import type { User } from '../define/context.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import { acceptsGzip, compress, isCompressible } from './compression.ts'
import type { Body, Content } from './content.ts'
import { redactQuery, toLogged } from './logger.ts'
import { isLoopback, toRequestTarget, type RequestTarget } from './request-target.ts'
import type { Settings } from './settings.ts'

/** Headers that only some answers have. */
export type ExtraHeaders = Readonly<Record<string, string>>

const saneId = /^[\w.:-]{1,128}$/

/**
 * One request and the making of its answer. Every `Response` is built here, once, with all of its headers: CORS, request id,
 * compression, HEAD and the log line cannot be forgotten on any path.
 */
export class Exchange {
  readonly settings: Settings
  readonly request: Request
  readonly method: string
  readonly target: RequestTarget
  readonly origin: string | null
  readonly requestId: string
  /** Who is asking, once the backend's `auth` has said so. */
  user: User | undefined = undefined
  readonly #startedAt: number

  constructor(settings: Settings, request: Request) {
    this.settings = settings
    this.request = request
    this.method = request.method
    this.target = toRequestTarget(request.url)
    this.origin = request.headers.get('Origin')
    const id = request.headers.get('X-Request-Id')
    this.requestId = id !== null && saneId.test(id) ? id : crypto.randomUUID()
    this.#startedAt = settings.logs('error') ? performance.now() : 0
  }

  /** Builds the answer. Nobody may store it unless `extra` says otherwise. */
  reply(status: number, content: Content, extra?: ExtraHeaders): Awaitable<Response> {
    const headers: Record<string, string> = {
      'Content-Type': content.contentType,
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Request-Id': this.requestId,
      ...extra,
    }
    this.settings.cors.addTo(headers, this.origin)
    if (!isCompressible(content) || !this.#mayCompress()) return this.#send(status, headers, content.body)
    addVary(headers, 'Accept-Encoding')
    if (!acceptsGzip(this.request.headers.get('Accept-Encoding'))) return this.#send(status, headers, content.body)
    headers['Content-Encoding'] = 'gzip'
    const zipped = compress(content)
    return zipped instanceof Promise
      ? zipped.then((bytes) => this.#send(status, headers, bytes))
      : this.#send(status, headers, zipped)
  }

  /** Answers a preflight, or any other OPTIONS. */
  replyToOptions(allow: string): Response {
    const headers = this.settings.cors.toPreflight(this.request, this.origin)
    headers['Allow'] = allow
    return this.#send(204, headers, null)
  }

  /** Writes a line to the backend's log, with the request's id. */
  log(level: LogEntry['level'], message: string, fields?: Readonly<Record<string, unknown>>): void {
    if (this.settings.logs(level)) this.settings.log?.(level, message, { ...fields, requestId: this.requestId })
  }

  /** Writes an error to the log, with its stack and its causes. */
  logError(level: 'warn' | 'error', message: string, error: unknown): void {
    if (this.settings.log !== undefined) this.log(level, message, { error: toLogged(error) })
  }

  #mayCompress(): boolean {
    return this.settings.compress ?? !isLoopback(this.target.host)
  }

  #send(status: number, headers: Record<string, string>, body: Body): Response {
    const level = status >= 500 ? 'error' : status >= 400 ? 'warn' : 'info'
    if (this.settings.logs(level)) this.#logAnswer(level, status)
    // The cast: lib.dom's BodyInit wants streams of ArrayBuffer-backed bytes only.
    if (this.method !== 'HEAD' || body === null) return new Response(body as BodyInit | null, { status, headers })
    if (body instanceof ReadableStream) void body.cancel()
    else headers['Content-Length'] = String(typeof body === 'string' ? countBytes(body) : body.byteLength)
    return new Response(null, { status, headers })
  }

  #logAnswer(level: LogEntry['level'], status: number): void {
    const { method, requestId, settings } = this
    const { path, query } = this.target
    const ms = Math.round((performance.now() - this.#startedAt) * 100) / 100
    const line = { requestId, method, path, status, ms }
    const fields = query === '' ? line : { ...line, query: redactQuery(query, settings.secretKeys) }
    settings.log?.(level, `${method} ${path} ${status}`, fields)
  }
}

/** Adds to the names of request headers that an answer depends on. */
function addVary(headers: Record<string, string>, name: string): void {
  headers['Vary'] = headers['Vary'] === undefined ? name : `${headers['Vary']}, ${name}`
}

function countBytes(text: string): number {
  return new TextEncoder().encode(text).byteLength
}
