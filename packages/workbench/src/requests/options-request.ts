import type { AcceptedWidget, WireFormInput, WireParam } from 'deskwright/spec'
import { toBackendRequest, type BackendRequest } from './backend-request.ts'
import type { Connection } from './connection.ts'
import type { ParamValues } from './param-values.ts'
import { toSentValues } from './to-sent-values.ts'

/**
 * Builds the request for the choices of a dropdown; `undefined` when it has no endpoint.
 * A text in `optionsParams` that starts with `$` is the current value of that param; `fields` are those of the form around it.
 * @see widgets-json §6.5
 */
export function toOptionsRequest(
  connection: Connection,
  widget: Pick<AcceptedWidget, 'params' | 'type'>,
  param: WireParam | WireFormInput,
  question: { readonly values: ParamValues; readonly now: number; readonly fields?: ParamValues },
): BackendRequest | undefined {
  if (param.optionsEndpoint === undefined) return undefined
  const known: ParamValues = { ...toSentValues(widget, question.values, question.now), ...question.fields }
  return toBackendRequest(connection, {
    endpoint: param.optionsEndpoint,
    query: toOptionsQuery(widget, param, known),
    path: known,
  })
}

/** Lists the params whose values an options request depends on. */
export function toParents(param: Pick<WireParam, 'optionsParams'>): readonly string[] {
  return Object.values(param.optionsParams ?? {}).flatMap((value) =>
    typeof value === 'string' && value.startsWith('$') ? [value.slice(1)] : [],
  )
}

function toOptionsQuery(
  widget: Pick<AcceptedWidget, 'type'>,
  param: WireParam | WireFormInput,
  known: ParamValues,
): ParamValues {
  const wanted = Object.entries(param.optionsParams ?? {})
  if (wanted.length === 0 && widget.type === 'multi_file_viewer') {
    return Object.fromEntries(Object.entries(known).filter(([name]) => name !== param.paramName))
  }
  return Object.fromEntries(
    wanted.map(([key, value]) => [
      key,
      typeof value === 'string' && value.startsWith('$') ? (known[value.slice(1)] ?? null) : value,
    ]),
  )
}
