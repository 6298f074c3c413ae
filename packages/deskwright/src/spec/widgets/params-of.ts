import type { WireParam, WireParams } from './param.ts'

/** Lists a widget's parameters without their rows, in the order they are drawn. */
export function paramsOf(widget: { readonly params?: WireParams }): readonly WireParam[] {
  return (widget.params ?? []).flat()
}
