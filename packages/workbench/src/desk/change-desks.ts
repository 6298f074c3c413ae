import type { Desk } from './desk.ts'

/** Gives a desk another name. An empty name is no name. */
export function renameDesk(desk: Desk, name: string): Desk {
  const trimmed = name.trim()
  return trimmed === '' || trimmed === desk.name ? desk : { ...desk, name: trimmed }
}

/** Makes a desk of its own of another: with the same widgets, and no app that it would follow. */
export function copyDesk(desk: Desk, desks: readonly Desk[], createId: () => string): Desk {
  const { source: _source, ...own } = desk
  const tabs = desk.tabs.map((tab) => ({ ...tab, items: tab.items.map((item) => ({ ...item, id: createId() })) }))
  return { ...own, id: createId(), name: toCopyName(desk.name, desks), tabs }
}

function toCopyName(name: string, desks: readonly Desk[]): string {
  const taken = (wanted: string) => desks.some((desk) => desk.name === wanted)
  if (!taken(`${name} copy`)) return `${name} copy`
  for (let count = 2; ; count += 1) if (!taken(`${name} copy ${count}`)) return `${name} copy ${count}`
}
