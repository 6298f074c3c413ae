import type { Backend, RuntimeOptions } from 'deskwright'
import { serve } from 'deskwright/node'
import { postWidgetTypes, type WireApps, type WireParam, type WireWidget, type WireWidgets } from 'deskwright/spec'
import { expect, onTestFinished } from 'vitest'

/** Values of parameters, as Workspace holds them. */
type Values = Readonly<Record<string, unknown>>

/** A backend as Workspace sees it: by the URL the user entered, and nothing else. */
export interface Workspace {
  /** Sends a request to a path below the base URL. */
  readonly send: (path: string, init?: RequestInit) => Promise<Response>
  /** Reads the JSON of a 200. */
  readonly read: (path: string, init?: RequestInit) => Promise<unknown>
  readonly widgets: () => Promise<WireWidgets>
  /** Reads one entry of `widgets.json`. */
  readonly widget: (id?: string) => Promise<WireWidget>
  /** Reads one parameter of an entry. */
  readonly param: (name: string, id?: string) => Promise<WireParam>
  readonly apps: () => Promise<WireApps>
  /** Asks for a widget's data as its type is asked: by GET with a query, or by POST with a body. */
  readonly ask: (id?: string, values?: Values, init?: RequestInit) => Promise<Response>
  /** Reads the data of a widget, from a 200. */
  readonly load: (id?: string, values?: Values, init?: RequestInit) => Promise<unknown>
}

/** Connects a backend. */
export type Connect = (backend: Backend, runtime?: RuntimeOptions) => Promise<Workspace>

/** The light `Request` that the server puts in place of the native one is not what other runtimes give a backend. */
const NativeRequest = globalThis.Request

/** The two ways a request takes to a backend. */
export const bothWays: readonly { readonly way: string; readonly connect: Connect }[] = [
  {
    way: 'fetch',
    connect: async (backend, runtime) => {
      const fetch = runtime === undefined ? backend.fetch : backend.createFetch(runtime)
      const base = `http://127.0.0.1/${backend.options.basePath ?? ''}`.replace(/\/$/, '')
      return createWorkspace(async (path, init) => fetch(new NativeRequest(`${base}${path}`, init)))
    },
  },
  {
    way: 'socket',
    connect: async (backend, runtime) => {
      const server = await serve(backend, { ...runtime, port: 0 })
      onTestFinished(async () => void (await server.close(0)))
      return createWorkspace((path, init) => fetch(`${server.url}${path}`, init))
    },
  },
]

function createWorkspace(send: Workspace['send']): Workspace {
  const read: Workspace['read'] = async (path, init) => readJson(await send(path, init))
  const widgets = async () => (await read('/widgets.json')) as WireWidgets
  const widget = async (id = 'w') => {
    const entry = (await widgets())[id]
    expect(entry, `widgets.json has "${id}"`).toBeDefined()
    return entry as WireWidget
  }
  const ask: Workspace['ask'] = async (id = 'w', values = {}, init = {}) => {
    const { type, endpoint } = await widget(id)
    if (!(postWidgetTypes as readonly string[]).includes(type)) return send(toUrl(endpoint, values), init)
    return send(toUrl(endpoint), { method: 'POST', body: JSON.stringify(values), ...init })
  }
  return {
    send,
    read,
    widgets,
    widget,
    async param(name, id) {
      const { params = [] } = await widget(id)
      const found = params.flat().find(({ paramName }) => paramName === name)
      expect(found, `the widget has the parameter "${name}"`).toBeDefined()
      return found as WireParam
    },
    apps: async () => (await read('/apps.json')) as WireApps,
    ask,
    load: async (...asked) => readJson(await ask(...asked)),
  }
}

/** Reads the JSON of a 200. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  expect([response.status, text.slice(0, 500)]).toEqual([200, text.slice(0, 500)])
  expect(response.headers.get('Content-Type')).toMatch(/^application\/json/)
  return JSON.parse(text)
}

/** Builds the URL of an endpoint as Workspace does: placeholders filled, empty values left out, lists joined by commas. */
function toUrl(endpoint: string, values: Values = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    const text = toText(value)
    if (text !== '') query.set(name, text)
  }
  const path = endpoint.replaceAll(/\{([^{}]*)\}/g, (_placeholder, name: string) => {
    const value = query.get(name) ?? ''
    query.delete(name)
    return encodeURIComponent(value)
  })
  return `/${path}`.replaceAll(/\/{2,}/g, '/').replace(/\/$/, '') + (query.size > 0 ? `?${query}` : '')
}

/** Writes a value as Workspace writes it in a query; empty text stands for no value. */
function toText(value: unknown): string {
  if (Array.isArray(value)) return value.map(toText).join(',')
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
