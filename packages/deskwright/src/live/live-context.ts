import type { Context, Log, User } from '../define/context.ts'
import type { Connection } from '../define/socket.ts'

/** What a subscription knows of the client it was begun for. Whoever reads who is asking makes it personal. */
export class LiveContext implements Context {
  readonly signal: AbortSignal
  readonly theme = 'dark'
  readonly raw = false
  readonly #connection: Connection
  readonly #onPersonal: () => void

  constructor(connection: Connection, signal: AbortSignal, onPersonal: () => void) {
    this.#connection = connection
    this.signal = signal
    this.#onPersonal = onPersonal
  }

  get headers(): Headers {
    this.#onPersonal()
    return this.#connection.headers
  }

  get user(): User | undefined {
    this.#onPersonal()
    return this.#connection.user
  }

  get requestId(): string {
    return this.#connection.requestId
  }

  get log(): Log {
    return (message, fields) => this.#connection.log('info', message, fields)
  }
}
