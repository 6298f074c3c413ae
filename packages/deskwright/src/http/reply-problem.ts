import type { Awaitable } from '../internal/awaitable.ts'
import { toJsonContent } from './content.ts'
import type { Exchange, ExtraHeaders } from './exchange.ts'
import { toProblem } from './to-problem.ts'

/** What an error answer should know about the place where it happened. */
export interface ProblemPlace {
  /** `widget "prices"` */
  readonly where?: string
  /** A form shows the text of `error`, and expects 400 for whatever its handler refuses; `fields` says what is wrong with each. */
  readonly form?: boolean | undefined
  readonly headers?: ExtraHeaders
}

/** The client went away before the answer; nobody reads it, only the log shows it. */
const clientGone = 499

/**
 * Answers with an error, and logs it when it is the backend's fault.
 * @see spec README §7
 */
export function replyProblem(exchange: Exchange, error: unknown, place: ProblemPlace = {}): Awaitable<Response> {
  const { where = exchange.settings.name, form = false } = place
  const { dev } = exchange.settings
  const { status, detail, unexpected, byField, retryAfter } = toProblem(error, where, exchange.requestId, dev)
  if (unexpected && exchange.request.signal.aborted) return exchange.reply(clientGone, toJsonContent({ detail }))
  if (unexpected) exchange.logError('error', `${where} failed`, error)
  const body = {
    detail,
    ...(form && { error: detail, fields: byField }),
    ...(dev && unexpected && error instanceof Error && { stack: error.stack }),
  }
  const headers = retryAfter === undefined ? place.headers : { ...place.headers, 'Retry-After': String(retryAfter) }
  const shown = form && status < 500 && status !== 413 ? 400 : status
  return exchange.reply(shown, toJsonContent(body), headers)
}
