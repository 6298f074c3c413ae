import { readUpdate } from '../html/read-update.ts'

/** A widget inside an embedded page. */
export interface PageWidget {
  readonly widgetId: string
  readonly name: string
  readonly description: string
  readonly dataType: 'table' | 'markdown'
}

/** A parameter that an embedded page declares. */
export interface PageParam {
  readonly paramName: string
  readonly label: string
  readonly type: 'text' | 'number' | 'date' | 'boolean'
  readonly value: string
  readonly options: readonly { readonly label: string; readonly value: string }[]
  readonly limits: { readonly min?: number; readonly max?: number; readonly step?: number }
}

/** What an embedded page says. */
export type PageMessage =
  | { readonly kind: 'connect'; readonly widgets: readonly PageWidget[]; readonly params: readonly PageParam[] }
  | {
      readonly kind: 'data'
      readonly widgetId: string
      readonly dataType: 'table' | 'markdown'
      readonly data: unknown
    }
  | { readonly kind: 'error'; readonly widgetId: string; readonly error: string }
  | { readonly kind: 'update'; readonly values: Readonly<Record<string, string | number | boolean>> }
  | { readonly kind: 'agent'; readonly text: string }
  /** Meant for Workspace, and wrong. */
  | { readonly kind: 'wrong'; readonly why: string }

const most = 100

/** Reads a message of an embedded page, tolerantly; `undefined` when it is not meant for Workspace. */
export function readMessage(message: unknown): PageMessage | undefined {
  if (!isObject(message)) return undefined
  const { type, widgetId } = message
  if (type === 'openbb-connect') return readConnect(message)
  if (type === 'openbb:widget-params:update' || type === 'openbb:params:update') {
    const values = readUpdate(message)
    return values === undefined
      ? { kind: 'wrong', why: `${type} has neither params nor paramName.` }
      : { kind: 'update', values }
  }
  if (type === 'aiData' || 'aiData' in message)
    return { kind: 'agent', text: toText(message['aiData'] ?? message['data']) }
  if (type !== 'openbb-data' && type !== 'openbb-error') return undefined
  if (typeof widgetId !== 'string') return { kind: 'wrong', why: `${type} has no widgetId.` }
  if (type === 'openbb-error') return { kind: 'error', widgetId, error: toText(message['error']).slice(0, 2000) }
  return { kind: 'data', widgetId, dataType: toDataType(message['dataType']), data: message['data'] }
}

function readConnect(message: Readonly<Record<string, unknown>>): PageMessage {
  const { widgets, params = [] } = message
  if (!Array.isArray(widgets)) return { kind: 'wrong', why: 'openbb-connect has no list of widgets.' }
  const read = widgets.slice(0, most).flatMap((entry: unknown) => readWidget(entry))
  if (read.length < widgets.length)
    return { kind: 'wrong', why: 'openbb-connect has widgets without a widgetId, or too many.' }
  const list: readonly unknown[] = Array.isArray(params) ? params : []
  return { kind: 'connect', widgets: read, params: list.slice(0, most).flatMap((entry) => readParam(entry)) }
}

function readWidget(entry: unknown): readonly PageWidget[] {
  if (!isObject(entry) || typeof entry['widgetId'] !== 'string' || entry['widgetId'] === '') return []
  const { widgetId, name, description, dataType } = entry
  return [
    { widgetId, name: toText(name ?? widgetId), description: toText(description), dataType: toDataType(dataType) },
  ]
}

function readParam(entry: unknown): readonly PageParam[] {
  if (!isObject(entry) || typeof entry['paramName'] !== 'string' || entry['paramName'] === '') return []
  const { paramName, label, value, options } = entry
  const type = (['number', 'date', 'boolean'] as const).find((known) => known === entry['type']) ?? 'text'
  const choices: readonly unknown[] = Array.isArray(options) ? options : []
  const limits = (['min', 'max', 'step'] as const).filter((name) => typeof entry[name] === 'number')
  return [
    {
      paramName,
      label: toText(label ?? paramName),
      type,
      value: toText(value),
      options: choices.filter(isObject).map((choice) => ({
        label: toText(choice['label'] ?? choice['value']),
        value: toText(choice['value']),
      })),
      limits: Object.fromEntries(limits.map((name) => [name, entry[name]])),
    },
  ]
}

function toDataType(value: unknown): 'table' | 'markdown' {
  return value === 'markdown' ? 'markdown' : 'table'
}

function toText(value: unknown): string {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
