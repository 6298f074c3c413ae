import { decodePercents, encodePath, toPath } from './path.ts'

/** A path that was found, and what stood for its `{name}` parts. */
export interface Match<Target> {
  readonly target: Target
  readonly captures: Readonly<Record<string, string>> | undefined
}

/** Finds what a path leads to. */
export interface Router<Target> {
  find(path: string): Match<Target> | undefined
  readonly paths: readonly string[]
}

interface Pattern<Target> {
  readonly expression: RegExp
  readonly names: readonly string[]
  readonly target: Target
}

/**
 * Creates a router: plain paths by one map look-up, paths with `{name}` by expression, in the order given. Repeated and
 * trailing slashes do not matter. Own code because `{name}` may be a part of a segment, which no router here knows.
 * @see spec README §6
 */
export function createRouter<Target>(targets: ReadonlyMap<string, Target>): Router<Target> {
  const plain = new Map<string, Match<Target>>()
  const patterns: Pattern<Target>[] = []
  for (const [path, target] of targets) {
    if (path.includes('{')) patterns.push(toPattern(path, target))
    else plain.set(toPath(path), { target, captures: undefined })
  }

  const findPattern = (path: string): Match<Target> | undefined => {
    for (const { expression, names, target } of patterns) {
      const found = expression.exec(path)
      if (found === null) continue
      const captures = Object.fromEntries(names.map((name, index) => [name, decodePercents(found[index + 1] ?? '')]))
      return { target, captures }
    }
    return undefined
  }
  const find = (path: string): Match<Target> | undefined => {
    const exact = plain.get(path)
    if (exact !== undefined) return exact
    const tidy = toPath(path)
    return plain.get(tidy) ?? plain.get(decodePercents(tidy)) ?? findPattern(tidy)
  }
  return { find, paths: [...targets.keys()] }
}

function toPattern<Target>(path: string, target: Target): Pattern<Target> {
  const names: string[] = []
  const toSource = (part: string): string => {
    if (!part.startsWith('{')) return escape(encodePath(part))
    names.push(part.slice(1, -1))
    return '([^/]+)'
  }
  const segments = toPath(path).split('/')
  const source = segments
    .map((segment) =>
      segment
        .split(/(\{[^{}]*\})/)
        .map(toSource)
        .join(''),
    )
    .join('/')
  return { expression: new RegExp(`^${source}$`), names, target }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
