import type { Diagnostic, Severity } from 'deskwright/spec'

/** One thing that is wrong, in one place or many. */
export interface Gathered extends Pick<Diagnostic, 'severity' | 'code' | 'message' | 'hint'> {
  readonly findings: readonly Diagnostic[]
}

const order: readonly Severity[] = ['error', 'warning', 'advice']

/** Gathers findings that say the same of several places; what matters most comes first. */
export function gatherFindings(findings: readonly Diagnostic[]): readonly Gathered[] {
  const gathered = new Map<string, Gathered>()
  for (const finding of findings) {
    const { severity, code, message, hint } = finding
    const key = JSON.stringify([severity, code, message, hint])
    const same = gathered.get(key)?.findings ?? []
    gathered.set(key, { severity, code, message, hint, findings: [...same, finding] })
  }
  return [...gathered.values()].toSorted((one, other) => order.indexOf(one.severity) - order.indexOf(other.severity))
}
