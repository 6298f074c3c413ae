import type { BackendOptions } from '../define/backend-options.ts'
import type { Connection } from '../define/socket.ts'
import { hasErrors } from '../errors/diagnostic.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import { findNearest } from '../internal/nearest.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { SocketRoute } from '../manifest/route.ts'
import type { Connect, RuntimeOptions } from './backend.ts'
import { decodeValues } from './decode-values.ts'
import { Exchange } from './exchange.ts'
import { toPath } from './path.ts'
import { refuseAll } from './refuse-all.ts'
import { replyProblem } from './reply-problem.ts'
import { createRouter, type Match } from './router.ts'
import { toSettings } from './settings.ts'
import { ticketKey } from './tickets.ts'

/**
 * Creates what lets in the sockets of a backend: pages of other origins and those whom `auth` does not know are refused.
 * @see spec README §4, widget-data §12
 */
export function createConnect(manifest: Manifest, options: BackendOptions, runtime: RuntimeOptions = {}): Connect {
  const settings = toSettings(options, runtime)
  const isBroken = hasErrors(manifest.diagnostics)
  const paths = manifest.sockets.map((route) => [toPath(`${settings.basePath}/${route.path}`), route] as const)
  const router = createRouter(new Map(paths))

  const letIn = async (exchange: Exchange) => {
    const { request, origin, target } = exchange
    if (isBroken) refuseAll(manifest)
    if (origin !== null && !settings.cors.allows(origin)) throw new DeskwrightError('socket-origin-refused', { origin })
    const found = router.find(target.path)
    if (found === undefined) {
      const { path } = target
      throw new DeskwrightError('path-unknown', { path, nearest: findNearest(path, router.paths) })
    }
    if (settings.auth !== undefined) {
      const ticket = new URLSearchParams(target.query).get(ticketKey)
      const holder = ticket === null ? undefined : await settings.tickets?.redeem(ticket)
      exchange.user = holder ?? (await settings.auth(request)) ?? undefined
      if (exchange.user === undefined) throw new DeskwrightError('not-authenticated', { name: settings.name })
    }
    const connection = toConnection(exchange, found)
    return (socket: Parameters<SocketRoute['open']>[0]) => found.target.open(socket, connection)
  }

  return async (request) => {
    const exchange = new Exchange(settings, request)
    try {
      return await letIn(exchange)
    } catch (error) {
      return replyProblem(exchange, error)
    }
  }
}

function toConnection(exchange: Exchange, { target, captures }: Match<SocketRoute>): Connection {
  const { request, requestId, settings, user } = exchange
  return {
    headers: request.headers,
    user,
    requestId,
    decode: (body) => decodeValues(target.params, { captures, query: undefined, body }, settings),
    log: (level, message, fields) => exchange.log(level, message, fields),
    logError: (level, message, error) => exchange.logError(level, message, error),
  }
}
