import { toSlug } from 'deskwright/spec'

/**
 * Makes a tab's id of its name, apart from the others'. Objects list keys that look like whole numbers first, so that such
 * an id would change the order of the tabs: it gets a word before it.
 */
export function toTabId(name: string, taken: readonly string[]): string {
  const slug = toOrderedKey(toSlug(name) || 'tab')
  if (!taken.includes(slug)) return slug
  for (let count = 2; ; count += 1) if (!taken.includes(`${slug}-${count}`)) return `${slug}-${count}`
}

/** Keeps a key from being sorted before the others. */
export function toOrderedKey(key: string): string {
  return /^\d+$/.test(key) || key === '__proto__' ? `tab-${key}` : key
}
