import type { BackendOptions } from '../define/backend-options.ts'
import { hasErrors } from '../errors/diagnostic.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import { findNearest } from '../internal/nearest.ts'
import { isPromise } from '../internal/is-promise.ts'
import type { Manifest } from '../manifest/manifest.ts'
import { authenticate } from './authenticate.ts'
import type { Fetch, RuntimeOptions } from './backend.ts'
import { toEndpoints } from './endpoints.ts'
import { Exchange } from './exchange.ts'
import { refuseAll } from './refuse-all.ts'
import { replyProblem } from './reply-problem.ts'
import { createRouter } from './router.ts'
import { toSettings } from './settings.ts'

/**
 * Creates what answers the requests of a backend. It never throws and never rejects: every failure is an answer, with CORS.
 * @see spec README §2, §4–§7
 */
export function createFetch(manifest: Manifest, options: BackendOptions, runtime: RuntimeOptions = {}): Fetch {
  const settings = toSettings(options, runtime)
  const dispatch = hasErrors(manifest.diagnostics) ? refuseEverything(manifest) : createDispatch(manifest, settings)
  return (request) => {
    const exchange = new Exchange(settings, request)
    try {
      const answer = dispatch(exchange)
      return isPromise(answer) ? answer.then(undefined, (error: unknown) => replyProblem(exchange, error)) : answer
    } catch (error) {
      return replyProblem(exchange, error)
    }
  }
}

type Dispatch = (exchange: Exchange) => Awaitable<Response>

function createDispatch(manifest: Manifest, settings: ReturnType<typeof toSettings>): Dispatch {
  const router = createRouter(toEndpoints(manifest, settings))
  return (exchange) => {
    const { method, target } = exchange
    const found = router.find(target.path)
    if (method === 'OPTIONS') return exchange.replyToOptions(found?.target.allow ?? 'OPTIONS')
    const action = found?.target.find(method)
    const proceed = () => {
      if (action !== undefined) return action.handle(exchange, found?.captures)
      const { path } = target
      if (found === undefined) {
        throw new DeskwrightError('path-unknown', { path, nearest: findNearest(path, router.paths) })
      }
      const { allow } = found.target
      const error = new DeskwrightError('method-not-allowed', { path, method, allow })
      return replyProblem(exchange, error, { headers: { Allow: allow } })
    }
    return settings.auth === undefined || action?.public ? proceed() : authenticate(exchange, settings.auth, proceed)
  }
}

function refuseEverything(manifest: Manifest): Dispatch {
  return (exchange) => (exchange.method === 'OPTIONS' ? exchange.replyToOptions('OPTIONS') : refuseAll(manifest))
}
