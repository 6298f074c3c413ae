import type { Context, Log, User } from '../define/context.ts'
import type { Audience } from './audience.ts'
import type { Exchange } from './exchange.ts'

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

  get log(): Log {
    return (message, fields) => this.#exchange.log('info', message, fields)
  }
}
