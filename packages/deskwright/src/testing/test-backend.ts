import type { Widgets } from '../define/backend-options.ts'
import { isEndpointParam } from '../define/params/endpoint.ts'
import { isFormParam } from '../define/params/form.ts'
import type { ParamValues } from '../define/params/param-values.ts'
import type { AnyParam, Params } from '../define/params/param.ts'
import type { AnyWidget, Widget } from '../define/widget.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { Backend } from '../http/backend.ts'
import { toBasePath } from '../http/path.ts'
import type { Option } from '../define/params/choice.ts'
import type { WireAgents, WireApps, WireWidgets } from '../spec/types.ts'
import { createSubscription, type TestSubscription } from './test-subscription.ts'
import { isObject } from '../define/answers/object.ts'

/** What a request of a test may say besides the params. */
export interface TestRequest {
  readonly headers?: Readonly<Record<string, string>>
  /** Asks for the raw view. */
  readonly raw?: boolean
  readonly theme?: 'dark' | 'light'
}

/** The params of a widget, as its loader gets them; those left out have their defaults. */
export type TestParams<W extends AnyWidget> = W extends Widget<infer P> ? Partial<ParamValues<P>> : never

/** What a widget answers. */
export type TestResult<W extends AnyWidget> = W extends Widget<Params, infer Result> ? Result : never

/** The three documents, as Workspace reads them. */
export interface TestDocuments {
  readonly widgets: WireWidgets
  readonly apps: WireApps
  readonly agents: WireAgents
}

/** Asks a backend what Workspace would ask, without a socket. Every call rejects with a `DeskwrightError` that has the `status` when the backend refuses. */
export interface TestBackend<W extends Widgets> {
  /** Fetches a widget's data. */
  get<Id extends keyof W & string>(
    id: Id,
    params?: TestParams<W[Id]>,
    request?: TestRequest,
  ): Promise<TestResult<W[Id]>>
  /** Fetches the data of a widget that takes a body (`omni`, `ssrm_table`, `multi_file_viewer`); params go into the body. */
  post<Id extends keyof W & string>(
    id: Id,
    body?: Readonly<Record<string, unknown>>,
    request?: TestRequest,
  ): Promise<TestResult<W[Id]>>
  /** Fetches the options of a dropdown. */
  options(
    id: keyof W & string,
    paramName: string,
    params?: Readonly<Record<string, unknown>>,
  ): Promise<Option<string>[]>
  /** Submits a form. */
  submit(id: keyof W & string, paramName: string, values: Readonly<Record<string, unknown>>): Promise<void>
  /** Opens the socket of a live grid and sends these params, as Workspace does. */
  subscribe<Id extends keyof W & string>(
    id: Id,
    params?: TestParams<W[Id]>,
    request?: Pick<TestRequest, 'headers'>,
  ): Promise<TestSubscription<TestParams<W[Id]>>>
  documents(): Promise<TestDocuments>
}

const origin = 'http://backend.test'

/** Makes a client for tests over a backend. */
export function testBackend<W extends Widgets>(backend: Backend<W>): TestBackend<W> {
  const fetch = backend.createFetch({ dev: true })
  const base = `${origin}${toBasePath(backend.options.basePath)}`

  const send = async (path: string, query: URLSearchParams, init: RequestInit): Promise<unknown> => {
    const search = query.size > 0 ? `?${query}` : ''
    const response = await fetch(new Request(`${base}/${path}${search}`, init))
    const text = await response.text()
    const json = response.headers.get('content-type')?.includes('json') === true
    const body: unknown = json && text !== '' ? JSON.parse(text) : text
    if (response.ok) return body
    const detail = isObject(body) ? JSON.stringify(body['detail'] ?? text) : text
    const details = { request: `${init.method ?? 'GET'} /${path}${search}`, status: response.status, detail }
    throw new DeskwrightError('test-request-failed', details)
  }

  const find = (id: string): AnyWidget => {
    const { widgets } = backend.options
    return Object.hasOwn(widgets, id) ? (widgets[id] as AnyWidget) : missing(`widget "${id}"`, Object.keys(widgets))
  }

  const findParam = (id: string, name: string): AnyParam => {
    const params = find(id).params as Params
    return params[name] ?? missing(`parameter "${name}" on widget "${id}"`, Object.keys(params))
  }

  const endpointOf = (id: string): string => {
    find(id)
    return backend.manifest.widgets[id]?.endpoint ?? id
  }

  return {
    async get(id, params, request = {}) {
      const query = encodeParams(find(id).params as Params, params ?? {})
      const path = fillPath(endpointOf(id), query)
      addView(query, request)
      return (await send(path, query, { headers: request.headers ?? {} })) as never
    },
    async post(id, body = {}, request = {}) {
      const query = new URLSearchParams()
      addView(query, request)
      const init = { method: 'POST', headers: request.headers ?? {}, body: JSON.stringify(body) }
      return (await send(endpointOf(id), query, init)) as never
    },
    async options(id, paramName, params = {}) {
      const param = findParam(id, paramName)
      const wire = isEndpointParam(param) ? findWire(backend, id, paramName)['optionsEndpoint'] : undefined
      if (typeof wire !== 'string') return missing(`dropdown "${paramName}"`, [])
      const references = isEndpointParam(param) ? param.optionsParams : {}
      const known = Object.entries(references).filter(([, reference]) => typeof reference === 'object')
      return (await send(wire, encodeParams(Object.fromEntries(known) as Params, params), {})) as Option<string>[]
    },
    async submit(id, paramName, values) {
      const param = findParam(id, paramName)
      const endpoint = findWire(backend, id, paramName)['endpoint']
      if (!isFormParam(param) || typeof endpoint !== 'string') return missing(`form "${paramName}"`, [])
      await send(endpoint, new URLSearchParams(), { method: param.method, body: JSON.stringify(values) })
    },
    async subscribe(id, params, { headers = {} } = {}) {
      const declared = find(id).params as Params
      const endpoint = backend.manifest.widgets[id]?.wsEndpoint ?? missing(`socket of widget "${id}"`, [])
      const query = encodeParams(declared, params ?? {})
      const path = fillPath(endpoint, query)
      const verdict = await backend.createConnect({ dev: true })(new Request(`${base}/${path}`, { headers }))
      if (!(verdict instanceof Response)) return createSubscription(verdict, toMessage(declared), params ?? {})
      const details = { request: `socket /${path}`, status: verdict.status, detail: await verdict.text() }
      throw new DeskwrightError('test-request-failed', details)
    },
    async documents() {
      const read = (name: string) => send(name, new URLSearchParams(), {})
      const [widgets, apps, agents] = await Promise.all(['widgets.json', 'apps.json', 'agents.json'].map(read))
      return { widgets, apps, agents } as TestDocuments
    },
  }
}

function missing(name: string, known: readonly string[]): never {
  throw new DeskwrightError('test-widget-unknown', { name, known })
}

/** A parameter's entry in `widgets.json`. */
function findWire(backend: Backend, id: string, paramName: string): Record<string, unknown> {
  const params = backend.manifest.widgets[id]?.params?.flat() ?? []
  return params.find((param) => param.paramName === paramName) ?? {}
}

/** Writes params as Workspace writes them in a query. */
function encodeParams(params: Params, values: Readonly<Record<string, unknown>>): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    const param = params[name] ?? missing(`parameter "${name}"`, Object.keys(params))
    const text = param.encode(value)
    if (text !== undefined) query.set(name, text)
  }
  return query
}

/** Writes params as Workspace writes them to a socket. */
function toMessage(params: Params) {
  return (values: Readonly<Record<string, unknown>>): string =>
    JSON.stringify({ type: 'params', params: Object.fromEntries(encodeParams(params, values)) })
}

/** Puts path parameters in their places and takes them out of the query. */
function fillPath(endpoint: string, query: URLSearchParams): string {
  return endpoint.replace(/\{([^{}]*)\}/g, (_, name: string) => {
    const value = query.get(name) ?? ''
    query.delete(name)
    return encodeURIComponent(value)
  })
}

function addView(query: URLSearchParams, { raw, theme }: TestRequest): void {
  if (raw === true) query.set('raw', 'true')
  if (theme !== undefined) query.set('theme', theme)
}
