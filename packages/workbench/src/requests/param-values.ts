import { paramsOf, type AcceptedWidget, type WireParam, type WireValue } from 'deskwright/spec'

/** The values of a widget's params by their names, as the user entered them: date modifiers are not resolved. */
export type ParamValues = Readonly<Record<string, WireValue>>

/** Lists a widget's params that have values: all but forms. */
export function valueParamsOf(widget: Pick<AcceptedWidget, 'params'>): readonly WireParam[] {
  return paramsOf(widget).filter(({ type }) => type !== 'form')
}

/** Takes the values that a widget starts with: those of its place in an app, else the defaults. */
export function toInitialValues(widget: Pick<AcceptedWidget, 'params'>, placed: ParamValues = {}): ParamValues {
  return Object.fromEntries(
    valueParamsOf(widget).map(({ paramName, value }) => [paramName, placed[paramName] ?? value ?? null]),
  )
}
