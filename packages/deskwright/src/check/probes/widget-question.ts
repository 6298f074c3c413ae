import type { AcceptedWidget } from '../../spec/widgets/accepted-widget.ts'
import type { WireParam } from '../../spec/widgets/param.ts'
import { paramsOf } from '../../spec/widgets/params-of.ts'
import { resolveDate } from '../../spec/widgets/resolve-date.ts'
import { postWidgetTypes } from '../../spec/widgets/widget-types.ts'
import type { Question } from './ask.ts'

type Values = Readonly<Record<string, unknown>>

const themed: readonly string[] = ['chart', 'chart-highcharts', 'chart-vegalite', 'markdown', 'iframe']

/** Whether Workspace asks by POST for widgets of this type. */
function isPosted(type: string): boolean {
  return (postWidgetTypes as readonly string[]).includes(type)
}

/** Whether widgets of this type are told the theme. */
export function isThemed(type: string): boolean {
  return themed.includes(type)
}

/**
 * Builds the request for a widget's data with its default values, as Workspace does. `more` goes into the body, or into the query where
 * there is none.
 * @see widget-data §1
 */
export function toWidgetQuestion(base: string, widget: AcceptedWidget, now: number, more: Values = {}): Question {
  const values = toDefaults(widget, now)
  const { type, endpoint } = widget
  if (!isPosted(type)) {
    return { url: toUrl(base, endpoint, { ...values, ...(isThemed(type) ? { theme: 'dark' } : {}), ...more }) }
  }
  const isPaged = type === 'ssrm_table'
  return {
    method: 'POST',
    url: isPaged ? toUrl(base, endpoint, values) : toUrl(base, endpoint, values, false),
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(isPaged ? more : { ...values, ...more }),
  }
}

/** Builds the request for the options of a param, when a backend gives them. */
export function toOptionsQuestion(
  base: string,
  widget: AcceptedWidget,
  param: WireParam,
  now: number,
): Question | undefined {
  if (param.optionsEndpoint === undefined) return undefined
  const values = toDefaults(widget, now)
  const wanted = Object.entries(param.optionsParams ?? {})
  const query =
    wanted.length === 0 && widget.type === 'multi_file_viewer'
      ? Object.entries(values).filter(([name]) => name !== param.paramName)
      : wanted.map(([name, value]) => [
          name,
          typeof value === 'string' && value.startsWith('$') ? values[value.slice(1)] : value,
        ])
  return { url: toUrl(base, param.optionsEndpoint, Object.fromEntries(query) as Values, true, values) }
}

/** Gives the address of what a backend names by a path or a URL, without a query of its own. */
export function toAddress(base: string, endpoint: string, widget?: AcceptedWidget, now = 0): string {
  return toUrl(base, endpoint, widget === undefined ? {} : toDefaults(widget, now), false)
}

/** Whether every param that a user sees has a value to begin with. */
export function isComplete(widget: AcceptedWidget, now: number): boolean {
  const values = toDefaults(widget, now)
  return paramsOf(widget).every(
    ({ type, paramName, optional }) => type === 'form' || optional === true || toText(values[paramName]) !== '',
  )
}

/** Gives the value that each param of a widget begins with. */
export function toDefaults(widget: AcceptedWidget, now: number): Values {
  return Object.fromEntries(
    paramsOf(widget)
      .filter(({ type }) => type !== 'form')
      .map((param) => [param.paramName, toValue(param, now)]),
  )
}

function toValue({ type, value, multiSelect, multiple }: WireParam, now: number): unknown {
  if (multiSelect === true || multiple === true) {
    const list = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [value ?? '']
    return list.map((part: unknown) => (typeof part === 'string' ? part.trim() : part)).filter((part) => part !== '')
  }
  if (value === undefined || value === null || value === '') return value ?? null
  if (type === 'date') return resolveDate(String(value), now) ?? resolveDate('$currentDate', now)
  if (type === 'number' && typeof value === 'string' && Number.isFinite(Number(value))) return Number(value)
  if (type === 'boolean' && typeof value === 'string') return value.toLowerCase() === 'true'
  return value
}

/** Builds a URL: placeholders, repeated slashes, query. A query that is there already stays alone. */
function toUrl(base: string, endpoint: string, query: Values, isAppended = true, path: Values = query): string {
  const used = new Set<string>()
  const filled = endpoint.replaceAll(/\{([^{}]+)\}/g, (whole, name: string) => {
    if (!Object.hasOwn(path, name)) return whole
    used.add(name)
    return encodeURIComponent(toText(path[name]))
  })
  const isWhole = /^(?:https?:|data:)/i.test(filled)
  const mark = filled.search(/[?#]/)
  const [before, after] = mark === -1 ? [filled, ''] : [filled.slice(0, mark), filled.slice(mark)]
  const url = isWhole ? filled : `${base}/${before}`.replaceAll(/(?<!:)\/{2,}/g, '/').replace(/\/+$/, '') + after
  const written = new URLSearchParams(
    Object.entries(query)
      .filter(([name, value]) => !used.has(name) && toText(value) !== '')
      .map(([name, value]) => [name, toText(value)]),
  ).toString()
  return !isAppended || written === '' || url.includes('?') || url.startsWith('data:') ? url : `${url}?${written}`
}

/** Writes a value into a query. */
export function toText(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) return value.map(toText).join(',')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
