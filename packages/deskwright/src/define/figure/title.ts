/** Writes a column's name for people: `mean_delay` becomes `Mean delay`. A name with spaces or capitals stays. */
export function toTitle(name: string): string {
  if (/[\s\p{Lu}]/u.test(name)) return name
  const words = name.replace(/[_-]+/g, ' ').trim()
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1)
}
