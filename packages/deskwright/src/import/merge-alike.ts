import type { Diagnostic } from '../errors/diagnostic.ts'

/** From how many on findings that say the same of different widgets are one line. */
const many = 3

/** Says once what is said of many widgets alike: whoever imports a backend looks at each, but not at 45 lines about one habit. */
export function mergeAlike(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const alike = new Map<string, Diagnostic[]>()
  for (const finding of findings) {
    const { code, path, message, where } = finding
    const isWidget = where.startsWith('widget ')
    const key = JSON.stringify([code, path, message, ...(isWidget ? [] : [where])])
    alike.set(key, [...(alike.get(key) ?? []), finding])
  }
  return [...alike.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined || group.length < many) return group
    return [{ ...first, where: `${group.length} widgets, as ${first.where}` }]
  })
}
