import type { Finding } from '../finding.ts'

/** The findings of one widget, app, agent or document. */
export interface FindingGroup {
  readonly where: string
  readonly findings: readonly Finding[]
}

/** Groups findings by what they are about. The order of the findings is kept, and that of their first ones. */
export function groupByWhere(findings: readonly Finding[]): readonly FindingGroup[] {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const known = groups.get(finding.where)
    if (known === undefined) groups.set(finding.where, [finding])
    else known.push(finding)
  }
  return [...groups].map(([where, found]) => ({ where, findings: found }))
}
