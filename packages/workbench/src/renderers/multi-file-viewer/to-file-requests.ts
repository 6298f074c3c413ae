import { paramsOf, type WireParam, type WireWidget } from 'deskwright/spec'
import type { RenderRequest } from '../renderer.ts'

/** One file that can be opened. */
export interface FileOption {
  readonly label: string
  readonly value: string
}

type Values = Readonly<Record<string, unknown>>

/** Finds the param whose options are the files. */
export function findSelector(widget: Pick<WireWidget, 'params'>): WireParam | undefined {
  return paramsOf(widget).find(({ roles }) => roles?.includes('fileSelector'))
}

/** Builds the query for the list of files: what `optionsParams` says, else all other values. */
export function toOptionsQuery(selector: WireParam, values: Values): Values {
  const wanted = Object.entries(selector.optionsParams ?? {})
  if (wanted.length === 0) {
    return Object.fromEntries(Object.entries(values).filter(([name]) => name !== selector.paramName))
  }
  const toValue = (value: unknown) =>
    typeof value === 'string' && value.startsWith('$') ? values[value.slice(1)] : value
  return Object.fromEntries(wanted.map(([name, value]) => [name, toValue(value)]))
}

/** Reads a list of files: objects with label and value, or plain texts. */
export function toFileOptions(answer: unknown): readonly FileOption[] {
  if (!Array.isArray(answer)) return []
  return (answer as readonly unknown[]).flatMap((entry) => {
    if (typeof entry === 'string') return [{ label: entry, value: entry }]
    const { label, value } = Object(entry) as Record<string, unknown>
    if (typeof value !== 'string' && typeof value !== 'number') return []
    return [{ label: typeof label === 'string' && label !== '' ? label : String(value), value: String(value) }]
  })
}

/** Lists the files to ask for: the opened one and those ticked for agents, once each and in order. */
export function toAskedFiles(opened: string, ticked: ReadonlySet<string>): readonly string[] {
  return [...new Set([opened, ...ticked])].sort()
}

/** Builds the request for files, as Workspace does today: all values, and the files as a list. */
export function toFilesRequest(selector: WireParam, values: Values, files: readonly string[]): RenderRequest {
  return { method: 'POST', body: { ...values, [selector.paramName]: files } }
}

/** Builds the request for one file, as Workspace asks backends that refuse the other with 405. */
export function toFileRequest(selector: WireParam, values: Values, file: string): RenderRequest {
  return { query: { ...values, [selector.paramName]: file } }
}
