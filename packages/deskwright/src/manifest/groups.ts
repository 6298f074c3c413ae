import type { GroupDefinition } from '../define/group.ts'
import { isFormParam } from '../define/params/form.ts'
import type { AnyParam } from '../define/params/param.ts'
import type { AnyWidget } from '../define/widget.ts'
import { diagnose } from '../errors/diagnostic.ts'
import type { WireGroup } from '../spec/types.ts'
import type { Compilation } from './compilation.ts'
import type { PlacedItem } from './wire-layout.ts'
import { clickTargets } from './wire-widget.ts'

/** A group, and the widgets that are in it. */
export interface LinkedGroup {
  readonly wire: WireGroup
  readonly members: ReadonlySet<AnyWidget>
}

/** Finds the groups of an app: those it names, else one for each parameter that two placed widgets share. */
export function toGroups(
  placed: readonly PlacedItem[],
  definitions: readonly GroupDefinition[] | undefined,
  where: string,
  compilation: Compilation,
): LinkedGroup[] {
  const widgets = placed.flatMap(({ widget }) => (widget === undefined ? [] : [widget]))
  const found = definitions ?? findShared(widgets).map((param) => ({ param }))
  return found.map((definition, index) => toGroup(definition, index, widgets, where, compilation))
}

/** The parameters that link two placed widgets, at least one of which receives the value, in order of appearance. */
function findShared(widgets: readonly AnyWidget[]): AnyParam[] {
  const linked = new Map<AnyParam, { count: number; received: boolean }>()
  for (const widget of widgets) {
    const own = receivedParams(widget)
    for (const param of new Set([...own, ...clickTargets(widget)])) {
      const link = linked.get(param) ?? { count: 0, received: false }
      linked.set(param, { count: link.count + 1, received: link.received || own.includes(param) })
    }
  }
  return [...linked].filter(([, { count, received }]) => count > 1 && received).map(([param]) => param)
}

function receivedParams(widget: AnyWidget): AnyParam[] {
  return Object.values<AnyParam>(widget.params).filter((param) => !isFormParam(param))
}

function takesPart(widget: AnyWidget, param: AnyParam): boolean {
  return receivedParams(widget).includes(param) || clickTargets(widget).includes(param)
}

function toGroup(
  { param, widgets, defaultValue }: GroupDefinition,
  index: number,
  placed: readonly AnyWidget[],
  where: string,
  { ids, addresses, report }: Compilation,
): LinkedGroup {
  const path = `groups[${index}]`
  const names = addresses.names.get(param) ?? []
  if (names.length > 1) {
    report(diagnose('error', 'param-named-twice', { where, path }, { label: param.label, names }))
  }
  for (const widget of widgets ?? []) {
    if (takesPart(widget, param)) continue
    const details = { widget: widget.options.name, label: param.label }
    report(diagnose('error', 'group-member-lacks-param', { where, path }, details))
  }
  const members = placed.filter((widget) => takesPart(widget, param) && (widgets?.includes(widget) ?? true))
  if (members.length < 2) {
    report(diagnose('warning', 'group-param-unused', { where, path }, { label: param.label, members: members.length }))
  }
  const value: unknown = defaultValue ?? toGroupDefault(param)
  return {
    members: new Set(members),
    wire: {
      name: `Group ${index + 1}`,
      type: param.type === 'endpoint' ? 'endpointParam' : param.type === 'ticker' ? 'ticker' : 'param',
      ...(param.type !== 'ticker' && { paramName: names[0] ?? param.label }),
      ...(value !== undefined && { defaultValue: value }),
      widgetIds: [...new Set(members)].flatMap((widget) => ids.get(widget) ?? []),
    } as WireGroup,
  }
}

/** A relative date is left to the parameter itself: Workspace resolves it there, and nowhere else. */
function toGroupDefault(param: AnyParam): unknown {
  const { value } = param.wire
  return value === null || (typeof value === 'string' && value.startsWith('$')) ? undefined : value
}
