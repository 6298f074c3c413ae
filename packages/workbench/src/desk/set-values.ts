import { type Desk, itemsOf, mapItems, type Values } from './desk.ts'
import { isSameValue, paramOfGroup, setInGroup } from './equalize-groups.ts'

/** Sets params of one item, and so of every item that is in a group with it over that param, on any tab. */
export function setValues(desk: Desk, id: string, values: Values): Desk {
  const from = itemsOf(desk).find((item) => item.id === id)
  if (from === undefined) return desk
  const own = mapItems(desk, (item) => {
    if (item.id !== id) return item
    const same = Object.entries(values).every(([name, value]) => isSameValue(item.values[name], value))
    return same ? item : { ...item, values: { ...item.values, ...values } }
  })
  return own.groups
    .filter(({ name }) => from.groups.includes(name))
    .reduce((changed, group) => {
      const value = values[paramOfGroup(group)]
      return value === undefined ? changed : setInGroup(changed, group, value)
    }, own)
}
