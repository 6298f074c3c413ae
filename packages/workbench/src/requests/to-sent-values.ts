import type { AcceptedWidget, WireValue } from 'deskwright/spec'
import { valueParamsOf, type ParamValues } from './param-values.ts'
import { toSentValue } from './to-sent-value.ts'

/** Reads all values of a widget as they are sent, by param name. Hidden params are among them, forms and unknown names are not. */
export function toSentValues(
  widget: Pick<AcceptedWidget, 'params'>,
  values: ParamValues,
  now: number,
): Readonly<Record<string, WireValue>> {
  return Object.fromEntries(
    valueParamsOf(widget).map((param) => [param.paramName, toSentValue(param, values[param.paramName], now)]),
  )
}
