import type { Manifest } from '../manifest/manifest.ts'
import { toJsonContent } from './content.ts'
import { createDocumentHandler } from './document-handler.ts'
import type { Handler } from './endpoint.ts'
import { toPath } from './path.ts'
import type { Settings } from './settings.ts'
import { ticketKey } from './tickets.ts'

/**
 * Creates what answers `widgets.json`. For who is known by a header it has tickets in the addresses of its sockets; who is known by a query
 * key sends that to sockets too.
 */
export function createWidgetsHandler({ widgets, sockets }: Manifest, { auth, tickets }: Settings): Handler {
  const plain = createDocumentHandler(widgets)
  if (tickets === undefined || sockets.length === 0) return plain
  const paths = new Set(sockets.map(({ path }) => path))
  const secretKeys = auth?.secretQueryKeys ?? []
  return async (exchange, captures) => {
    const { user, target } = exchange
    const sent = new URLSearchParams(target.query)
    if (user === undefined || secretKeys.some((key) => sent.has(key))) return plain(exchange, captures)
    const ticket = await tickets.issue(user)
    const personal = Object.entries(widgets).map(([id, widget]) => {
      const { wsEndpoint } = widget
      if (wsEndpoint === undefined || !paths.has(toPath(wsEndpoint))) return [id, widget]
      return [id, { ...widget, wsEndpoint: `${wsEndpoint}?${ticketKey}=${ticket}` }]
    })
    return exchange.reply(200, toJsonContent(Object.fromEntries(personal)))
  }
}
