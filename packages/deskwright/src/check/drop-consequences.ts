import type { Diagnostic } from '../errors/diagnostic.ts'
import type { ErrorCode } from '../errors/catalogue.ts'

/** What follows for widgets from what is wrong with the whole backend. */
const consequences: readonly (readonly [cause: ErrorCode, consequence: ErrorCode])[] = [
  ['cors-origin', 'cors-widget'],
  ['cors-origin', 'cors-error-answer'],
  ['cors-error-answer', 'cors-error-answer'],
]

/** Leaves out what is wrong with widgets only because it is wrong with the whole backend: who mends that mends both. */
export function dropConsequences(findings: readonly Diagnostic[]): readonly Diagnostic[] {
  const isWhole = ({ where }: Diagnostic) => where.endsWith('.json')
  const dropped = new Set(
    consequences
      .filter(([cause]) => findings.some((one) => one.code === cause && isWhole(one) && one.severity !== 'advice'))
      .map(([, consequence]) => consequence),
  )
  return findings.filter((finding) => isWhole(finding) || !dropped.has(finding.code))
}
