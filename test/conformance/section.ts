/** One testable line of the protocol that a server has to keep. */
export interface Requirement {
  /** Permanent; tests cite it. */
  readonly id: string
  /** The document and its section: `README §4.2`. */
  readonly source: string
  readonly text: string
}

/** Lists the requirements of one section by id. */
export function section(source: string, lines: Readonly<Record<string, string>>): Requirement[] {
  return Object.entries(lines).map(([id, text]) => ({ id, source, text }))
}
