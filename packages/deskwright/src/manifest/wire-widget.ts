import { isObject } from '../define/answers/object.ts'
import type { AnyParam } from '../define/params/param.ts'
import { toWidgetWire } from '../define/widget-options.ts'
import type { AnyWidget } from '../define/widget.ts'
import type { WireWidget } from '../spec/types.ts'
import type { Compilation } from './compilation.ts'
import { toWireColumns } from './wire-columns.ts'
import { toWireParams } from './wire-param.ts'
import { toWidgetName } from '../spec/names.ts'

/** Writes one widget as `widgets.json` has it. */
export function toWireWidget(id: string, widget: AnyWidget, compilation: Compilation): WireWidget {
  const { type, options, params, data, columns, socket } = widget
  const where = toWidgetName(id)
  const clicked = new Set(clickTargets(widget))
  const wireParams = toWireParams(params, { where, clicked }, compilation)
  const wireData = columns
    ? { ...data, table: { ...(data?.['table'] as object), columnsDefs: toWireColumns(columns, where, compilation) } }
    : data
  const source = typeof options.source === 'string' ? [options.source] : options.source
  return {
    name: options.name,
    description: options.description ?? options.name,
    ...(options.category !== undefined && { category: options.category }),
    ...(options.subCategory !== undefined && { subCategory: options.subCategory }),
    ...(source !== undefined && { source }),
    type: type.type,
    endpoint: toEndpoint(id, widget),
    gridData: options.gridData ?? type.gridData,
    ...widget.wire,
    ...(socket && { wsEndpoint: `${toEndpoint(id, widget)}/${socket.path}` }),
    ...(widget.rawLoad && { raw: true }),
    ...toWidgetWire(options),
    ...(wireParams.length > 0 && { params: wireParams }),
    ...toData(wireData),
  }
}

/** The address of a widget's data: its own, or one made from its id. */
export function toEndpoint(id: string, widget: AnyWidget): string {
  return widget.options.endpoint ?? `widgets/${encodeURIComponent(id)}`
}

/** The parameters that a click on a widget's cells sets. */
export function clickTargets(widget: AnyWidget): AnyParam[] {
  return Object.values(widget.columns ?? {}).flatMap(({ sets }) => (sets === undefined ? [] : [sets.param]))
}

/** The wire's `data`, without parts that say nothing. */
function toData(data: Readonly<Record<string, unknown>> = {}): { data?: NonNullable<WireWidget['data']> } {
  const parts = Object.entries(data).filter(([, part]) => !isObject(part) || Object.keys(part).length > 0)
  return parts.length === 0 ? {} : { data: Object.fromEntries(parts) }
}
