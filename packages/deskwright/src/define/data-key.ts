import { anyAnswer } from './answers/rows.ts'
import type { WidgetType } from './widget.ts'

/** What follows from a `dataKey`: the useful part is somewhere inside the answer, so the answer itself may be anything. */
export function atDataKey(
  type: WidgetType,
  dataKey: string | undefined,
): { readonly type: WidgetType; readonly data: { readonly dataKey?: string } } {
  return dataKey === undefined ? { type, data: {} } : { type: { ...type, answer: anyAnswer }, data: { dataKey } }
}
