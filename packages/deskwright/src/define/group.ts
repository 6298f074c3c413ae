import type { AnyParam, Param } from './params/param.ts'
import type { AnyWidget } from './widget.ts'

/** A parameter that is kept equal in some widgets. */
export interface GroupDefinition {
  readonly param: AnyParam
  /** The members. Default: every placed widget that has the parameter or sets it by a click. */
  readonly widgets?: readonly AnyWidget[]
  readonly defaultValue?: unknown
}

/**
 * Declares a group by hand, where the ones that follow from shared parameters are not wanted.
 * @see apps-json §5
 */
export function group<Value>(
  param: Param<Value>,
  options: { readonly widgets?: readonly AnyWidget[]; readonly defaultValue?: NoInfer<Value> } = {},
): GroupDefinition {
  return { param, ...options }
}
