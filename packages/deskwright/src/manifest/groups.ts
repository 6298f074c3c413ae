import type { GroupDefinition } from '../define/group.ts'
import { isFormParam } from '../define/params/form.ts'
import type { AnyParam } from '../define/params/param.ts'
import type { AnyWidget } from '../define/widget.ts'
import { diagnose } from '../errors/diagnostic.ts'
import type { WireGroup } from '../spec/types.ts'
import type { Compilation } from './compilation.ts'
import type { PlacedItem } from './wire-layout.ts'
import { clickTargets } from './wire-widget.ts'

/** A group, and the places that are in it. */
export interface LinkedGroup {
  readonly wire: WireGroup
  readonly members: ReadonlySet<PlacedItem>
}

/** Finds the groups of an app: those it names, else one for each parameter that links what is placed. */
export function toGroups(
  placed: readonly PlacedItem[],
  definitions: readonly GroupDefinition[] | undefined,
  where: string,
  compilation: Compilation,
): LinkedGroup[] {
  if (definitions === undefined) {
    const params = new Set(placed.flatMap(({ widget }) => (widget === undefined ? [] : findParams(widget))))
    const found = [...params].map((param) => ({ param, members: findMembers(placed, { param }, compilation) }))
    const linked = found.filter(({ param, members }) => isLinked(param, members))
    return linked.map(({ param, members }, index) => toGroup({ param }, members, { where, index }, compilation))
  }
  return definitions.map((definition, index) => {
    const members = findMembers(placed, definition, compilation)
    reportMembers(definition, members, { where, index }, compilation)
    return toGroup(definition, members, { where, index }, compilation)
  })
}

/** Whether a parameter is received by two widgets, or received and set by a click: of another widget, or of its own. */
function isLinked(param: AnyParam, members: readonly PlacedItem[]): boolean {
  const widgets = [...new Set(members.map(({ widget }) => widget))].filter((widget) => widget !== undefined)
  const receivers = widgets.filter((widget) => receivedParams(widget).includes(param))
  const clicked = widgets.some((widget) => clickTargets(widget).includes(param))
  return receivers.length > 1 || (receivers.length === 1 && clicked)
}

/**
 * The places that take part in a group. A widget may be placed several times to compare: those of its places that start
 * with another value than the group's stand apart.
 */
function findMembers(
  placed: readonly PlacedItem[],
  definition: GroupDefinition,
  { addresses }: Compilation,
): PlacedItem[] {
  const { param, widgets } = definition
  const [name = ''] = addresses.names.get(param) ?? []
  const start = toStart(definition)
  return placed.filter(({ widget, item }) => {
    if (widget === undefined || !takesPart(widget, param) || widgets?.includes(widget) === false) return false
    const own = item.state?.params?.[name]
    const repeated = placed.filter((other) => other.widget === widget).length > 1
    return !repeated || own === undefined || JSON.stringify(own) === JSON.stringify(start)
  })
}

function receivedParams(widget: AnyWidget): AnyParam[] {
  return Object.values<AnyParam>(widget.params).filter((param) => !isFormParam(param))
}

function findParams(widget: AnyWidget): AnyParam[] {
  return [...receivedParams(widget), ...clickTargets(widget)]
}

function takesPart(widget: AnyWidget, param: AnyParam): boolean {
  return findParams(widget).includes(param)
}

interface GroupPlace {
  readonly where: string
  readonly index: number
}

function reportMembers(
  { param, widgets = [] }: GroupDefinition,
  members: readonly PlacedItem[],
  { where, index }: GroupPlace,
  { report }: Compilation,
): void {
  const place = { where, path: `groups[${index}]` }
  const { label } = param
  const strangers = widgets.filter((widget) => !takesPart(widget, param))
  for (const { options } of strangers) {
    report(diagnose('error', 'group-member-lacks-param', place, { widget: options.name, label }))
  }
  if (strangers.length > 0 || members.length > 1 || isLinked(param, members)) return
  report(diagnose('warning', 'group-param-unused', place, { label, members: members.length }))
}

function toGroup(
  definition: GroupDefinition,
  members: readonly PlacedItem[],
  { where, index }: GroupPlace,
  { ids, addresses, report }: Compilation,
): LinkedGroup {
  const { param } = definition
  const names = addresses.names.get(param) ?? []
  if (names.length > 1) {
    const place = { where, path: `groups[${index}]` }
    report(diagnose('error', 'param-named-twice', place, { label: param.label, names }))
  }
  const value = toStart(definition)
  return {
    members: new Set(members),
    wire: {
      name: `Group ${index + 1}`,
      type: param.type === 'endpoint' ? 'endpointParam' : param.type === 'ticker' ? 'ticker' : 'param',
      ...(param.type !== 'ticker' && { paramName: names[0] ?? param.label }),
      ...(value !== undefined && { defaultValue: value }),
      widgetIds: [...new Set(members.map(({ widget }) => widget))].flatMap((widget) =>
        widget === undefined ? [] : (ids.get(widget) ?? []),
      ),
    } as WireGroup,
  }
}

/** The value a group starts with. A relative date is left to the parameter itself: Workspace resolves it there, and nowhere else. */
function toStart({ param, defaultValue }: GroupDefinition): unknown {
  const value: unknown = defaultValue ?? param.wire['value']
  return value === null || (typeof value === 'string' && value.startsWith('$')) ? undefined : value
}
