import { toEntries, type Connection } from './connection.ts'

/** A request that is ready to be sent: the URL is complete. */
export interface BackendRequest {
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** What is asked of a backend, before the connection's own part is added. */
export interface Question {
  /** A path of the backend or a URL; `{name}` stands for a value of the query. */
  readonly endpoint: string
  readonly method?: BackendRequest['method'] | undefined
  /** Empty values are left out; arrays become comma lists. */
  readonly query?: Readonly<Record<string, unknown>> | undefined
  /** Values for `{name}` in the endpoint that are not in the query. */
  readonly path?: Readonly<Record<string, unknown>> | undefined
  /** Sent as JSON. */
  readonly body?: unknown
}

/**
 * Builds the request that Workspace makes: the URL from the connection's base, placeholders, query, the connection's headers and query keys.
 * Headers and keys of the connection go to its own origin only, as they are secrets.
 * @see README §6
 */
export function toBackendRequest(connection: Connection, question: Question): BackendRequest {
  const { query = {}, path = {}, body, method = body === undefined ? 'GET' : 'POST' } = question
  const { url, used } = fillPlaceholders(question.endpoint, { ...path, ...query })
  const whole = resolveEndpoint(connection.url, url)
  const own = isOwn(connection, whole)
  const left = Object.entries(query).filter(([name]) => !used.has(name))
  return {
    method,
    url: appendQuery(whole, { ...Object.fromEntries(left), ...(own ? toEntries(connection, 'query') : {}) }),
    headers: {
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(own ? toEntries(connection, 'headers') : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

/** Resolves an endpoint against a base URL: repeated slashes become one, a slash at the end goes. URLs stay as they are. */
export function resolveEndpoint(base: string, endpoint: string): string {
  if (/^(https?:|data:)/i.test(endpoint)) return endpoint
  const mark = endpoint.search(/[?#]/)
  const path = mark === -1 ? endpoint : endpoint.slice(0, mark)
  const joined = `${base}/${path}`.replaceAll(/(?<!:)\/{2,}/g, '/').replace(/\/+$/, '')
  return joined + (mark === -1 ? '' : endpoint.slice(mark))
}

/** Appends query keys, unless the URL has a query already. */
export function appendQuery(url: string, query: Readonly<Record<string, unknown>>): string {
  if (url.includes('?') || url.startsWith('data:')) return url
  const text = toQuery(query)
  if (text === '') return url
  const mark = url.indexOf('#')
  return mark === -1 ? `${url}?${text}` : `${url.slice(0, mark)}?${text}${url.slice(mark)}`
}

/** Writes a query: no empty values, arrays as comma lists. */
export function toQuery(query: Readonly<Record<string, unknown>>): string {
  const written = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    const text = toText(value)
    if (text !== '') written.append(name, text)
  }
  return written.toString()
}

function toText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(toText).join(',')
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function fillPlaceholders(endpoint: string, values: Readonly<Record<string, unknown>>) {
  const used = new Set<string>()
  const url = endpoint.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
    if (!Object.hasOwn(values, name)) return whole
    used.add(name)
    return encodeURIComponent(toText(values[name]))
  })
  return { url, used }
}

function isOwn(connection: Connection, url: string): boolean {
  return URL.canParse(url) && URL.canParse(connection.url) && new URL(url).origin === new URL(connection.url).origin
}
