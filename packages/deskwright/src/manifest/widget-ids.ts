import type { AnyWidget } from '../define/widget.ts'
import { diagnose, type Diagnostic } from '../errors/diagnostic.ts'
import { widgetIdPattern } from '../spec/constants.ts'
import { toWidgetName } from '../spec/names.ts'

/** The ids of the registered widgets, by object: a reference to a widget is turned into its id here. */
export type WidgetIds = ReadonlyMap<AnyWidget, string>

/** Collects the ids of a backend's widgets. */
export function toWidgetIds(
  widgets: Readonly<Record<string, AnyWidget>>,
  report: (finding: Diagnostic) => void,
): WidgetIds {
  const ids = new Map<AnyWidget, string>()
  for (const [id, widget] of Object.entries(widgets)) {
    const first = ids.get(widget)
    const where = toWidgetName(id)
    if (first !== undefined) {
      report(diagnose('error', 'widget-registered-twice', { where }, { first, second: id }))
      continue
    }
    if (id === '__proto__') report(diagnose('error', 'widget-id-reserved', { where }, { id }))
    if (!widgetIdPattern.test(id)) report(diagnose('advice', 'widget-id-unsafe', { where }, { id }))
    ids.set(widget, id)
  }
  return ids
}
