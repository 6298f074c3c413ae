import type { BackendOptions, LogEntry } from '../define/backend-options.ts'
import { jsonAnswer } from '../define/answers/answer.ts'
import { checkRows } from '../define/answers/rows.ts'
import type { Param } from '../define/params/param.ts'
import type { Manifest } from '../manifest/manifest.ts'
import type { Route } from '../manifest/route.ts'
import type { Fetch, RuntimeOptions } from './backend.ts'
import { createFetch } from './create-fetch.ts'

/** A route whose parts a test does not care about are filled in. */
export function route(parts: Partial<Route> & Pick<Route, 'load'>): Route {
  const path = parts.path ?? '/rows'
  return { path, methods: ['GET'], where: `widget "${path.slice(1)}"`, params: {}, answer: rows, ...parts }
}

/** A backend of some routes, with its log. */
export function backendOf(
  routes: readonly Route[],
  options: Partial<BackendOptions> = {},
  runtime: RuntimeOptions = {},
  parts: Partial<Manifest> = {},
): { fetch: Fetch; lines: LogEntry[] } {
  const lines: LogEntry[] = []
  const manifest = {
    name: 'Test desk',
    widgets: { rows: { name: 'Rows', description: 'Some rows', endpoint: 'rows', type: 'table' } },
    apps: [],
    agents: {},
    routes,
    sockets: [],
    diagnostics: [],
    ...parts,
  } as Manifest
  const fetch = createFetch(
    manifest,
    { name: 'Test desk', widgets: {}, ...options },
    { log: (entry) => void lines.push(entry), ...runtime },
  )
  return { fetch, lines }
}

export const rows = jsonAnswer('an array of row objects', checkRows)
export const anything = jsonAnswer('anything', () => undefined)

/** A parameter that gives back exactly what it received. */
export function echo(): Param {
  return param((received) => ({ value: received }))
}

/** A parameter that takes numbers, 7 by default. */
export function number(): Param<number> {
  return param((received) => {
    if (received === undefined) return { value: 7 }
    const value = Number(received)
    return Number.isNaN(value) ? { problem: `expected a number, got ${JSON.stringify(received)}` } : { value }
  })
}

function param<Value>(decode: Param<Value>['decode']): Param<Value> {
  return { type: 'text', label: '', wire: {}, decode, encode: String }
}

/** A promise and the way to settle it. */
export function deferred<T = void>(): {
  promise: Promise<T>
  resolve: (value: T) => void
  reject: (error: unknown) => void
} {
  let resolve!: (value: T) => void
  let reject!: (error: unknown) => void
  const promise = new Promise<T>((onResolve, onReject) => ([resolve, reject] = [onResolve, onReject]))
  return { promise, resolve, reject }
}

/** A parameter that tells when so many requests have come as far as their load. */
export function gathering(count: number): { param: Param; gathered: Promise<void> } {
  const { promise, resolve } = deferred()
  let decoded = 0
  return {
    gathered: promise,
    param: param((received) => {
      decoded += 1
      if (decoded === count) resolve()
      return { value: received }
    }),
  }
}

/** Lets everything run that waits for nothing but its turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}
