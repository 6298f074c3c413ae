import type { Diagnostic } from 'deskwright/spec'
import type { ConnectedBackend } from '../connect/backend-state.ts'

/** Where a finding is: the document, the keys that lead there, and what is there. */
export interface FoundPlace {
  readonly document: string
  /** Keys and indexes from the top of the document. */
  readonly steps: readonly string[]
  /** The nearest part of the document that exists, as text. */
  readonly excerpt: string
}

const longest = 600

/** Finds what a finding is about in the documents as they came. */
export function findPlace({ where, path }: Diagnostic, received: ConnectedBackend['received']): FoundPlace | undefined {
  const [, kind = '', name = ''] = /^(widget|app|agent) (".*")$/.exec(where) ?? []
  const document = kind === '' ? where : `${kind}s.json`
  const source = received[document] ?? (kind === 'app' ? received['templates.json'] : undefined)
  if (source?.json === undefined) return undefined
  const top = kind === '' ? [] : findPart(source.json, JSON.parse(name) as string)
  if (top === undefined) return undefined
  const steps = [...top, ...parsePath(path)]
  return { document, steps, excerpt: toExcerpt(source.json, steps) }
}

/** Widgets and agents are named by their key or, in an array, by a key inside; apps by their name. */
function findPart(json: unknown, name: string): readonly string[] | undefined {
  if (Array.isArray(json)) {
    const index = json.findIndex((part: { readonly name?: unknown; readonly id?: unknown } | null) =>
      [part?.name, part?.id].includes(name),
    )
    return index < 0 ? undefined : [String(index)]
  }
  if (typeof json !== 'object' || json === null) return undefined
  return Object.hasOwn(json, name) ? [name] : []
}

/** Reads `params[0].value` and `tabs["my tab"].layout[2]`. */
export function parsePath(path: string): readonly string[] {
  const steps: string[] = []
  for (const [, quoted, index, key] of path.matchAll(/\[("(?:[^"\\]|\\.)*")\]|\[(\d+)\]|\.?([^.[\]]+)/g)) {
    steps.push(quoted === undefined ? (index ?? key ?? '') : (JSON.parse(quoted) as string))
  }
  return steps
}

function toExcerpt(json: unknown, steps: readonly string[]): string {
  let part = json
  for (const step of steps.slice(0, -1)) {
    const next = readKey(part, step)
    if (typeof next !== 'object' || next === null) break
    part = next
  }
  const last = steps.at(-1)
  const value = last === undefined ? part : readKey(part, last)
  // What is missing is looked for in what surrounds it.
  const shown = value === undefined ? part : { [last ?? '']: value }
  const text = JSON.stringify(shown, undefined, 2) ?? ''
  return text.length > longest ? `${text.slice(0, longest)}\n…` : text
}

function readKey(part: unknown, key: string): unknown {
  return typeof part === 'object' && part !== null && Object.hasOwn(part, key)
    ? (part as Readonly<Record<string, unknown>>)[key]
    : undefined
}
