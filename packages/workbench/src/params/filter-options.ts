import type { WireOption } from 'deskwright/spec'

/** Finds the options whose texts contain every word of a search. */
export function filterOptions(options: readonly WireOption[], search: string): readonly WireOption[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return options
  return options.filter(({ label, value, extraInfo }) => {
    const text = [label, String(value), extraInfo?.description, extraInfo?.rightOfDescription].join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
