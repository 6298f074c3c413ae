import type { WireValue } from 'deskwright/spec'
import { type Desk, type Group, type Item, itemsOf, mapItems } from './desk.ts'

/** The param that a group keeps equal. */
export function paramOfGroup(group: Group): string {
  return group.paramName ?? 'ticker'
}

/** Gives the members of each group the same value: the first that one of them states, else the group's default. */
export function equalizeGroups(desk: Desk): Desk {
  return desk.groups.reduce((changed, group) => {
    const param = paramOfGroup(group)
    const linked = linkedGroups(changed, group)
    const names = new Set(linked.map(({ name }) => name))
    const stated = itemsOf(changed).find((item) => isMember(item, names) && Object.hasOwn(item.values, param))
    const fallback = linked.find(({ defaultValue }) => defaultValue !== undefined)?.defaultValue
    const value = stated === undefined ? fallback : stated.values[param]
    return value === undefined ? changed : setInGroup(changed, group, value)
  }, desk)
}

/** Sets a group's param in all its members, and in those of groups over the same param that one of them is in too. */
export function setInGroup(desk: Desk, group: Group, value: WireValue): Desk {
  const param = paramOfGroup(group)
  const names = new Set(linkedGroups(desk, group).map(({ name }) => name))
  return mapItems(desk, (item) => {
    const same = !isMember(item, names) || isSameValue(item.values[param], value)
    return same ? item : { ...item, values: { ...item.values, [param]: value } }
  })
}

function linkedGroups(desk: Desk, group: Group): readonly Group[] {
  const alike = desk.groups.filter((other) => paramOfGroup(other) === paramOfGroup(group))
  let linked: readonly Group[] = [group]
  for (;;) {
    const names = new Set(linked.map(({ name }) => name))
    const reached = new Set(itemsOf(desk).flatMap((item) => (isMember(item, names) ? item.groups : [])))
    const wider = alike.filter(({ name }) => names.has(name) || reached.has(name))
    if (wider.length === linked.length) return linked
    linked = wider
  }
}

function isMember({ groups }: Item, names: ReadonlySet<string>): boolean {
  return groups.some((name) => names.has(name))
}

/** Whether two values are sent alike. */
export function isSameValue(a: WireValue | undefined, b: WireValue | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}
