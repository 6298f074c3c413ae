import type { Awaitable } from '../internal/awaitable.ts'
import { isPromise } from '../internal/is-promise.ts'
import type { Route } from '../manifest/route.ts'
import { decodeValues } from './decode-values.ts'
import type { Exchange } from './exchange.ts'
import type { Handler } from './endpoint.ts'
import { toJob } from './job.ts'
import { replyProblem } from './reply-problem.ts'
import { readJsonBody } from './request-body.ts'
import { runLoad } from './run-load.ts'

/** Creates what answers a route: decode, load, encode. */
export function createRouteHandler(route: Route): Handler {
  const answer = (
    exchange: Exchange,
    captures: Readonly<Record<string, string>> | undefined,
    body: unknown,
  ): Awaitable<Response> => {
    const { target, settings } = exchange
    const query = target.query === '' ? undefined : new URLSearchParams(target.query)
    const values = decodeValues(route.params, { captures, query, body }, settings)
    const content = runLoad(toJob(exchange, route, { values, query, body }))
    return isPromise(content) ? content.then((late) => exchange.reply(200, late)) : exchange.reply(200, content)
  }

  return (exchange, captures) => {
    const fail = (error: unknown) => replyProblem(exchange, error, { where: route.where, form: route.form })
    try {
      const hasBody = exchange.method === 'POST' || exchange.method === 'PUT'
      const answered = hasBody
        ? readJsonBody(exchange.request, exchange.settings.bodyLimit).then((body) => answer(exchange, captures, body))
        : answer(exchange, captures, undefined)
      return isPromise(answered) ? Promise.resolve(answered).catch(fail) : answered
    } catch (error) {
      return fail(error)
    }
  }
}
