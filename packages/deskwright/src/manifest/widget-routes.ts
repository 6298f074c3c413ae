import { isFormParam } from '../define/params/form.ts'
import type { AnyParam, Params } from '../define/params/param.ts'
import type { AnyWidget } from '../define/widget.ts'
import { pick } from '../internal/pick.ts'
import { diagnose } from '../errors/diagnostic.ts'
import type { Compilation } from './compilation.ts'
import type { Route } from './route.ts'
import { isServedPath, toServedPath } from './served-path.ts'
import { toEndpoint } from './wire-widget.ts'
import { toWidgetName } from '../spec/names.ts'

/** Serves a widget's data, when it is served here. */
export function serveWidget(id: string, widget: AnyWidget, { report, serve, serveSocket }: Compilation): void {
  const { type, options, load, rawLoad, routes = [], socket } = widget
  const where = toWidgetName(id)
  const endpoint = toEndpoint(id, widget)
  if (load === undefined && routes.length === 0) {
    if (options.endpoint === undefined) report(diagnose('error', 'endpoint-missing', { where }, undefined))
    return
  }
  if (!isServedPath(endpoint)) {
    report(diagnose('error', 'endpoint-not-a-path', { where, path: 'endpoint' }, { endpoint }))
    return
  }
  const params = toSentParams(widget.params)
  for (const [, name = ''] of endpoint.matchAll(/\{([^{}]*)\}/g)) {
    if (!Object.hasOwn(params, name)) {
      report(diagnose('error', 'path-param-missing', { where, path: 'endpoint' }, { name }))
    }
  }
  const shared = { where, ...pick(options, ['cache', 'timeout']) }
  if (load !== undefined) {
    serve({
      path: toServedPath(endpoint),
      methods: type.methods,
      params,
      load: load as Route['load'],
      answer: type.answer,
      ...(rawLoad && { raw: { load: rawLoad as Route['load'], answer: type.rawAnswer ?? type.answer } }),
      ...shared,
    })
  }
  for (const route of routes) {
    serve({
      ...route,
      path: toServedPath(`${endpoint}/${route.path}`),
      methods: ['GET'],
      load: route.load as Route['load'],
      ...shared,
    })
  }
  if (socket !== undefined) {
    serveSocket({
      path: toServedPath(`${endpoint}/${socket.path}`),
      where,
      params: toSentParams(socket.params),
      open: (opened, connection) => socket.open(opened, connection, where),
    })
  }
}

/** The parameters that travel with a request: forms are submitted on their own. */
function toSentParams(params: Params): Params {
  return Object.fromEntries(Object.entries<AnyParam>(params).filter(([, param]) => !isFormParam(param)))
}
