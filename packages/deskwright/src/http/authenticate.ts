import type { Auth } from '../define/backend-options.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import type { Exchange } from './exchange.ts'
import { replyProblem } from './reply-problem.ts'

/** Asks the backend who the request comes from, and goes on when it is somebody. */
export async function authenticate(
  exchange: Exchange,
  auth: Auth,
  proceed: () => Awaitable<Response>,
): Promise<Response> {
  exchange.user = (await auth(exchange.request)) ?? undefined
  if (exchange.user !== undefined) return proceed()
  const error = new DeskwrightError('not-authenticated', { name: exchange.settings.name })
  return replyProblem(exchange, error, { headers: { 'WWW-Authenticate': auth.challenge ?? 'Custom' } })
}
