import { type AcceptedWidget, paramsOf, type WireParam } from 'deskwright/spec'
import { type Desk, type Group, itemsOf, mapItems } from './desk.ts'
import { paramOfGroup, setInGroup } from './equalize-groups.ts'

/**
 * Names what a param can be linked by: params of the same name link when their choices come from the same place. Choices of
 * an endpoint are told apart by the last segment of its path, as Workspace does, unless the param names its group.
 */
export function toLinkKey(param: WireParam, widget: AcceptedWidget): string | undefined {
  const { type, paramName, options, optionsEndpoint, groupById } = param
  if (type === 'form') return undefined
  if (type === 'ticker') return 'ticker'
  if (type !== 'endpoint') return `param ${paramName} ${type === 'boolean' ? '' : JSON.stringify(options ?? [])}`
  if (groupById !== undefined) return `endpoint ${paramName} ${groupById}`
  const segment = toSegment(optionsEndpoint)
  const same = paramsOf(widget).filter(
    (other) => other.type === 'endpoint' && toSegment(other.optionsEndpoint) === segment,
  )
  return `endpoint ${paramName} ${same.length > 1 ? `${paramName}-${segment}` : segment}`
}

/** A param by which an item could be linked with others. */
export interface Link {
  readonly param: WireParam
  /** The group it is linked in already. */
  readonly group?: Group
  /** The items that could be in the group, itself among them. */
  readonly items: readonly string[]
}

/** Looks up the widget of an item. */
export type FindWidget = (item: { readonly backend: string; readonly widget: string }) => AcceptedWidget | undefined

/** Lists the params of an item that other items on the desk have too. */
export function toLinks(desk: Desk, id: string, find: FindWidget): readonly Link[] {
  const items = itemsOf(desk)
  const item = items.find((entry) => entry.id === id)
  const widget = item === undefined ? undefined : find(item)
  if (item === undefined || widget === undefined) return []
  return paramsOf(widget).flatMap((param): Link[] => {
    const key = toLinkKey(param, widget)
    if (key === undefined) return []
    const alike = items.filter((other) => {
      const found = find(other)
      return found !== undefined && paramsOf(found).some((candidate) => toLinkKey(candidate, found) === key)
    })
    const group = groupOver(desk, item.groups, param)
    if (alike.length < 2 && group === undefined) return []
    return [{ param, items: alike.map(({ id }) => id), ...(group === undefined ? {} : { group }) }]
  })
}

/** Links items over a param: they join the group that one of them has over it, or a new one. All take the value of the first. */
export function linkItems(desk: Desk, param: WireParam, ids: readonly string[]): Desk {
  const members = itemsOf(desk).filter(({ id }) => ids.includes(id))
  const known = members.map(({ groups }) => groupOver(desk, groups, param)).find((group) => group !== undefined)
  const group = known ?? toGroup(desk, param)
  const linked = mapItems(known === undefined ? { ...desk, groups: [...desk.groups, group] } : desk, (item) =>
    ids.includes(item.id) && !item.groups.includes(group.name)
      ? { ...item, groups: [...item.groups, group.name] }
      : item,
  )
  const name = paramOfGroup(group)
  const value = members.find(({ values }) => Object.hasOwn(values, name))?.values[name] ?? param.value
  return value === undefined ? linked : setInGroup(linked, group, value)
}

/** Takes an item out of a group. A group without members is gone. */
export function leaveGroup(desk: Desk, id: string, group: string): Desk {
  const left = mapItems(desk, (item) =>
    item.id === id ? { ...item, groups: item.groups.filter((name) => name !== group) } : item,
  )
  return dropEmptyGroups(left)
}

/** Removes the groups that nobody is in. */
export function dropEmptyGroups(desk: Desk): Desk {
  const used = new Set(itemsOf(desk).flatMap(({ groups }) => groups))
  const groups = desk.groups.filter(({ name }) => used.has(name))
  return groups.length === desk.groups.length ? desk : { ...desk, groups }
}

/** Lets a new item join the groups of the desk over the params that it shares with their members. */
export function joinGroups(desk: Desk, id: string, widget: AcceptedWidget): Desk {
  const own = paramsOf(widget)
  return desk.groups.reduce((changed, group) => {
    const param = own.find(
      ({ paramName, type }) => paramName === paramOfGroup(group) && toGroupType(type) === group.type,
    )
    return param === undefined ? changed : linkItems(changed, param, membersWith(changed, group, id))
  }, desk)
}

function membersWith(desk: Desk, group: Group, id: string): readonly string[] {
  return [
    ...itemsOf(desk)
      .filter(({ groups }) => groups.includes(group.name))
      .map((item) => item.id),
    id,
  ]
}

function groupOver(desk: Desk, names: readonly string[], param: WireParam): Group | undefined {
  return desk.groups.find((group) => names.includes(group.name) && paramOfGroup(group) === param.paramName)
}

function toGroup({ groups }: Desk, { type, paramName }: WireParam): Group {
  let count = 1
  while (groups.some(({ name }) => name === `Group ${count}`)) count += 1
  return { name: `Group ${count}`, type: toGroupType(type), ...(type === 'ticker' ? {} : { paramName }) }
}

function toGroupType(type: WireParam['type']): Group['type'] {
  return type === 'ticker' ? 'ticker' : type === 'endpoint' ? 'endpointParam' : 'param'
}

function toSegment(endpoint = ''): string {
  return (
    endpoint
      .replace(/[?#].*$/, '')
      .split('/')
      .findLast((part) => part !== '') ?? ''
  )
}
