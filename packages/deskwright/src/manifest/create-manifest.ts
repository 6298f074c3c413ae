import type { BackendOptions } from '../define/backend-options.ts'
import type { DecodeClock } from '../define/params/param.ts'
import { diagnose, type Diagnostic } from '../errors/diagnostic.ts'
import { toAddresses } from './addresses.ts'
import type { Compilation } from './compilation.ts'
import { checkDocuments } from './check-documents.ts'
import { checkShapes } from './check-shapes.ts'
import type { Manifest } from './manifest.ts'
import { mergeFindings } from './merge-findings.ts'
import { serveParams } from './param-routes.ts'
import type { Route, SocketRoute } from './route.ts'
import { toWidgetIds } from './widget-ids.ts'
import { serveWidget } from './widget-routes.ts'
import { toWireApp } from './wire-app.ts'
import { toWireWidget } from './wire-widget.ts'

/** Paths that the kernel answers itself. */
const kernelPaths = ['/', '/widgets.json', '/apps.json', '/templates.json', '/agents.json', '/health']

/** Turns definitions into documents and routes. Pure; every problem is collected, none is thrown. */
export function createManifest(options: BackendOptions, clock: DecodeClock = { now: Date.now }): Manifest {
  const shapes = checkShapes(options)
  if (shapes.length > 0) return toEmptyManifest(options, shapes)
  const diagnostics: Diagnostic[] = []
  const report = (finding: Diagnostic) => void diagnostics.push(finding)
  const { routes, sockets, serve, serveSocket } = createRouteTable(report)
  const ids = toWidgetIds(options.widgets, report)
  const compilation: Compilation = { ids, addresses: toAddresses(ids), clock, report, serve, serveSocket }

  const widgets = Object.fromEntries([...ids].map(([widget, id]) => [id, toWireWidget(id, widget, compilation)]))
  for (const [widget, id] of ids) serveWidget(id, widget, compilation)
  serveParams(compilation)
  const apps = (options.apps ?? []).map((app) => toWireApp(app, compilation))

  const found = mergeFindings(diagnostics, checkDocuments(widgets, apps))
  return { name: options.name, widgets, apps, agents: {}, routes, sockets, diagnostics: found }
}

function toEmptyManifest({ name }: BackendOptions, diagnostics: readonly Diagnostic[]): Manifest {
  return { name, widgets: {}, apps: [], agents: {}, routes: [], sockets: [], diagnostics }
}

/** Collects routes; a second one at the same address is reported and left out. */
function createRouteTable(report: (finding: Diagnostic) => void) {
  const routes: Route[] = []
  const sockets: SocketRoute[] = []
  const owners = new Map(kernelPaths.map((path) => [`GET ${path}`, 'the backend itself']))
  /** Says whether the address was free. */
  const take = (method: string, { path, where }: Pick<Route, 'path' | 'where'>): boolean => {
    const key = `${method} ${path.replaceAll(/\{[^{}]*\}/g, '{}')}`
    const other = owners.get(key)
    if (other === undefined) {
      owners.set(key, where)
      return true
    }
    report(diagnose('error', 'endpoint-taken', { where, path: 'endpoint' }, { path, method, other }))
    return false
  }
  const serve = (route: Route): void => {
    if (route.methods.every((method) => take(method, route))) routes.push(route)
  }
  const serveSocket = (route: SocketRoute): void => {
    if (take('SOCKET', route)) sockets.push(route)
  }
  return { routes, sockets, serve, serveSocket }
}
