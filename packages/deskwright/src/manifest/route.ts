import type { Answer } from '../define/answers/answer.ts'
import type { CacheOptions } from '../define/cache.ts'
import type { Context } from '../define/context.ts'
import type { Params } from '../define/params/param.ts'
import type { Connection, Socket } from '../define/socket.ts'

/** One thing a backend answers, as the kernel needs it: data, options, forms and files are all routes. */
export interface Route {
  /** Absolute within the backend, one slash between segments; `{name}` stands for a path parameter: `/widgets/{book}/trades`. */
  readonly path: string
  readonly methods: readonly ('GET' | 'POST' | 'PUT')[]
  /** For messages and logs: `widget "prices"`, `options of "symbol"`. */
  readonly where: string
  /** What to decode from path, query and body, by name. Unknown keys are ignored. */
  readonly params: Params
  /** Answers. `body` is the decoded JSON body of a POST or PUT (`undefined` for GET): for widgets that define their own requests. */
  readonly load: (values: Record<string, unknown>, context: Context, body: unknown) => unknown
  readonly answer: Answer
  /** The answer to `?raw=true`, when the widget has one. */
  readonly raw?: Pick<Route, 'load' | 'answer'>
  readonly cache?: CacheOptions
  /** Milliseconds; overrides the backend's. */
  readonly timeout?: number
  /** A form's submit: never shared, never cached, and its errors carry `error` beside `detail`. */
  readonly form?: true
  /** Answered without authentication: pictures that a page loads by itself. */
  readonly public?: true
}

/** One address of a backend that clients open sockets to. */
export interface SocketRoute extends Pick<Route, 'path' | 'where' | 'params'> {
  /** Takes over a socket that was let in. */
  readonly open: (socket: Socket, connection: Connection) => void
}
