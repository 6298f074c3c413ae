import type { Awaitable } from '../internal/awaitable.ts'
import { isPromise } from '../internal/is-promise.ts'
import type { Route } from '../manifest/route.ts'
import type { AnswerCache } from './answer-cache.ts'
import { createCachedLoads } from './cached-loads.ts'
import { decodeValues } from './decode-values.ts'
import type { Handler } from './endpoint.ts'
import type { Exchange } from './exchange.ts'
import { toJob, type Job } from './job.ts'
import { refuseForeignForm } from './refuse-foreign-form.ts'
import { replyProblem } from './reply-problem.ts'
import { readJsonBody } from './request-body.ts'
import { runLoad } from './run-load.ts'
import { createSharedLoads } from './shared-loads.ts'

/** Creates what answers a route: decode, load (or share, or remember), encode. */
export function createRouteHandler(route: Route, cache: AnswerCache): Handler {
  const reply = createReply(route, cache)

  const answer = (
    exchange: Exchange,
    captures: Readonly<Record<string, string>> | undefined,
    body: unknown,
  ): Awaitable<Response> => {
    const { target, settings } = exchange
    const query = target.query === '' ? undefined : new URLSearchParams(target.query)
    const values = decodeValues(route.params, { captures, query, body }, settings)
    return reply(toJob(exchange, route, { values, query, body }))
  }

  return (exchange, captures) => {
    if (route.form) refuseForeignForm(exchange)
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

/** A form's submit is done every time; everything else may be shared, and kept when the route says how long. */
function createReply(route: Route, cache: AnswerCache): (job: Job) => Awaitable<Response> {
  if (route.form || route.cache === undefined) {
    const load = route.form ? runLoad : createSharedLoads()
    return (job) => {
      const content = load(job)
      return isPromise(content)
        ? content.then((late) => job.exchange.reply(200, late))
        : job.exchange.reply(200, content)
    }
  }
  const prefix = `${route.methods.join(' ')} ${route.path} `
  const cached = createCachedLoads(route.cache, prefix, cache)
  return async (job) => {
    const { content, state, age } = await cached(job)
    return job.exchange.reply(200, content, { 'X-Cache': state, Age: String(Math.floor(age / 1000)) })
  }
}
