import type { Severity } from '../errors/diagnostic.ts'
import type { Finding } from './finding.ts'
import { describeVerdict, type Verdict } from './verdict.ts'

/** What a check found. */
export interface Report {
  /** What was checked: a URL, a folder, a file. */
  readonly subject: string
  /** Everything that was found, worst first. */
  readonly findings: readonly Finding[]
  readonly errors: readonly Finding[]
  readonly warnings: readonly Finding[]
  readonly advice: readonly Finding[]
  /** How much Workspace will load. */
  readonly verdict: Verdict
  /** The same in words. */
  readonly summary: string
}

const order: Readonly<Record<Severity, number>> = { error: 0, warning: 1, advice: 2 }

/** Makes a report of findings. */
export function createReport(subject: string, findings: readonly Finding[], verdict: Verdict): Report {
  const sorted = [...findings].sort((one, other) => order[one.severity] - order[other.severity])
  const only = (severity: Severity) => sorted.filter((finding) => finding.severity === severity)
  return {
    subject,
    findings: sorted,
    errors: only('error'),
    warnings: only('warning'),
    advice: only('advice'),
    verdict,
    summary: describeVerdict(verdict),
  }
}
