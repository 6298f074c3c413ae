import { toSlug } from '../spec/slug.ts'

/** The ids of tabs: their slugs, each once. Digits alone would be sorted to the front by every reader of JSON. */
export function toTabIds(names: readonly string[]): string[] {
  const taken = new Set<string>()
  return names.map((name) => {
    const slug = toSlug(name)
    const plain = name === '' || /[^\d]/.test(slug) ? slug : `tab-${slug}`
    let id = plain
    for (let count = 2; taken.has(id); count += 1) id = `${plain}-${count}`
    taken.add(id)
    return id
  })
}
