import type { Context, Log, User } from '../define/context.ts'
import type { Audience } from './audience.ts'
import type { Exchange } from './exchange.ts'
import { toPath } from './path.ts'
import { ticketKey } from './tickets.ts'

/** The context loaders get. Everything is made when it is asked for, and what makes a load personal is noticed. */
export class LoadContext implements Context {
  readonly theme: 'dark' | 'light'
  readonly raw: boolean
  /** Whether `headers` or `user` were read. */
  personal = false
  readonly #exchange: Exchange
  readonly #audience: Audience

  constructor(exchange: Exchange, audience: Audience, theme: 'dark' | 'light', raw: boolean) {
    this.#exchange = exchange
    this.#audience = audience
    this.theme = theme
    this.raw = raw
  }

  get signal(): AbortSignal {
    return this.#audience.signal
  }

  get headers(): Headers {
    this.personal = true
    return this.#exchange.request.headers
  }

  get user(): User | undefined {
    this.personal = true
    return this.#exchange.user
  }

  get requestId(): string {
    return this.#exchange.requestId
  }

  /**
   * Writes the full address of a path below the one that was asked, as the browser reaches it. A ticket stands for who is asking, since
   * browsers send no headers of the connection with what a page fetches.
   */
  async link(path: string, query: URLSearchParams): Promise<string> {
    const { request, settings, target } = this.#exchange
    const { user, headers } = this
    const sent = new URLSearchParams(query)
    if (user !== undefined && settings.tickets !== undefined) sent.set(ticketKey, await settings.tickets.issue(user))
    const scheme = firstOf(headers, 'X-Forwarded-Proto') ?? request.url.slice(0, request.url.indexOf(':'))
    const host = firstOf(headers, 'X-Forwarded-Host') ?? target.host
    const origin = toOrigin(scheme, host) ?? new URL(request.url).origin
    const url = new URL(`${origin}${toPath(`${target.path}/${path}`)}`)
    url.search = sent.toString()
    return url.href
  }

  get log(): Log {
    return (message, fields) => this.#exchange.log('info', message, fields)
  }
}

/** What the proxy that the browser asked says; each one behind it may add its own. */
function firstOf(headers: Headers, name: string): string | undefined {
  return headers.get(name)?.split(',', 1)[0]?.trim()
}

/** Writes where a browser is; `undefined` for what is no address of one. */
function toOrigin(scheme: string, host: string): string | undefined {
  const text = `${scheme}://${host}`
  return /^https?$/.test(scheme) && URL.canParse(text) ? new URL(text).origin : undefined
}
