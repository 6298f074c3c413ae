import { paramsOf, postWidgetTypes, type AcceptedWidget, type WireValue } from 'deskwright/spec'
import { toBackendRequest, type BackendRequest } from './backend-request.ts'
import type { Connection } from './connection.ts'
import type { ParamValues } from './param-values.ts'
import { toSentValues } from './to-sent-values.ts'

/** What a widget's request follows from besides its definition. */
export interface DataQuestion {
  readonly values: ParamValues
  readonly theme: 'dark' | 'light'
  /** Whether the raw view is on. */
  readonly raw: boolean
  /** Milliseconds; date modifiers are resolved against their UTC day. */
  readonly now: number
}

/** The widget types whose request says which theme is on. */
const themedTypes: readonly string[] = ['chart', 'chart-highcharts', 'chart-vegalite', 'markdown', 'iframe']

/**
 * Builds the request for a widget's data, or for the page of an `iframe`.
 * The first page is asked of an `ssrm_table`; its grid asks for the others.
 * @see widget-data §1
 */
export function toDataRequest(connection: Connection, widget: AcceptedWidget, question: DataQuestion): BackendRequest {
  const sent = toSentValues(widget, question.values, question.now)
  const { endpoint } = widget
  if (widget.type === 'ssrm_table') {
    const query = typeof sent['query'] === 'string' && sent['query'] !== '' ? { query: sent['query'] } : {}
    return toBackendRequest(connection, { endpoint, query: sent, body: { startRow: 0, endRow: 500, ...query } })
  }
  if (isPostType(widget.type)) return toBackendRequest(connection, { endpoint, path: sent, body: toBody(widget, sent) })
  const query = {
    ...sent,
    ...(themedTypes.includes(widget.type) ? { theme: question.theme } : {}),
    ...(question.raw && widget.raw === true ? { raw: true } : {}),
  }
  return toBackendRequest(connection, { endpoint, query })
}

function isPostType(type: string): boolean {
  return (postWidgetTypes as readonly string[]).includes(type)
}

/** All values keep their JSON types; the chosen files are in order and once each, the prompt is always there. */
function toBody(widget: AcceptedWidget, sent: Readonly<Record<string, WireValue>>): Record<string, WireValue> {
  const selector = paramsOf(widget).find(({ roles }) => roles?.includes('fileSelector'))?.paramName
  const files = selector === undefined ? {} : { [selector]: toFiles(sent[selector]) }
  return { ...sent, ...files, ...(widget.type === 'omni' ? { prompt: sent['prompt'] ?? '' } : {}) }
}

function toFiles(value: WireValue | undefined): readonly string[] {
  const list = value === undefined || value === null || value === '' ? [] : Array.isArray(value) ? value : [value]
  return [...new Set(list.map(String))].sort()
}
