import type { DecodeClock } from '../define/params/param.ts'
import type { Diagnostic } from '../errors/diagnostic.ts'
import type { Addresses } from './addresses.ts'
import type { Route, SocketRoute } from './route.ts'
import type { WidgetIds } from './widget-ids.ts'

/** What the parts of a manifest share while it is made. */
export interface Compilation {
  readonly ids: WidgetIds
  readonly addresses: Addresses
  readonly clock: DecodeClock
  readonly report: (finding: Diagnostic) => void
  readonly serve: (route: Route) => void
  readonly serveSocket: (route: SocketRoute) => void
}
