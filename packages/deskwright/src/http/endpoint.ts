import type { Awaitable } from '../internal/awaitable.ts'
import type { Exchange } from './exchange.ts'

/** Answers a request that reached its path. */
export type Handler = (
  exchange: Exchange,
  captures: Readonly<Record<string, string>> | undefined,
) => Awaitable<Response>

/** What one method of a path does. */
export interface Action {
  readonly handle: Handler
  /** Answered without authentication. */
  readonly public: boolean
}

/** What is served at one path, by method. */
export class Endpoint {
  readonly #actions = new Map<string, Action>()

  /** Adds a method. The first one wins; the manifest reports the second. */
  add(method: string, action: Action): void {
    if (!this.#actions.has(method)) this.#actions.set(method, action)
  }

  /** HEAD is a GET whose body stays here. */
  find(method: string): Action | undefined {
    return this.#actions.get(method === 'HEAD' ? 'GET' : method)
  }

  get allow(): string {
    const methods = [...this.#actions.keys()]
    return [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ')
  }
}
