/** What a later part of the work brings, by its letter. */
export const laterParts = {
  B: 'the data path: SQL, folders, PostgreSQL',
  C: 'the Workbench',
  D: 'the check of any backend',
  E: 'live grids, trading charts, forms in depth, files, html and iframe helpers',
} as const

/** Where a requirement is left to, and why. */
export interface Deferral {
  readonly to: keyof typeof laterParts
  readonly why: string
}

/** One testable line of the protocol that a server has to keep. */
export interface Requirement {
  /** Permanent; tests cite it. */
  readonly id: string
  /** The document and its section: `README §4.2`. */
  readonly source: string
  readonly text: string
  readonly deferred?: Deferral
}

/** A requirement as its section lists it: the sentence, or the sentence and where it is left to. */
type Line = string | { readonly text: string; readonly deferred: Deferral }

/** Lists the requirements of one section by id. */
export function section(source: string, lines: Readonly<Record<string, Line>>): Requirement[] {
  return Object.entries(lines).map(([id, line]) => ({
    id,
    source,
    ...(typeof line === 'string' ? { text: line } : line),
  }))
}

/** Leaves a requirement to a later part. */
export function deferred(to: Deferral['to'], text: string, why: string): Line {
  return { text, deferred: { to, why } }
}
