/** The colour of a group, by its number: `Group 3` has the third. There are eight, then they come again. */
export function toGroupColor(name: string): string {
  return `var(--group-${((toGroupNumber(name) - 1) % 8) + 1})`
}

/** The number in a group's name. */
export function toGroupNumber(name: string): number {
  return Number(/\d+$/.exec(name)?.[0] ?? 1)
}
