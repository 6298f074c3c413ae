import type { Report } from '../report.ts'

/** Writes a report as a value for programs: every finding once. */
export function toJsonReport({ subject, findings, errors, warnings, advice, verdict, summary }: Report): object {
  const counts = { errors: errors.length, warnings: warnings.length, advice: advice.length }
  return { subject, summary, verdict, counts, findings }
}
