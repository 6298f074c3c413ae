import type { ErrorCode, ErrorDetails } from '../../errors/catalogue.ts'
import { diagnose, type Diagnostic, type Severity } from '../../errors/diagnostic.ts'

/** Where a reader stands in a document, and where it leaves its findings. */
export interface Cursor {
  readonly where: string
  readonly path: string
  /** How much an illegal value matters here: `error` where the client refuses it. */
  readonly severity: Severity
  readonly findings: Diagnostic[]
}

/** Starts at the top of something that has a name: `widget "prices"`. */
export function startAt(where: string, findings: Diagnostic[]): Cursor {
  return { where, path: '', severity: 'error', findings }
}

/** Steps into a key or an index. */
export function stepInto(cursor: Cursor, step: string | number): Cursor {
  return { ...cursor, path: joinPath(cursor.path, step) }
}

/** Leaves a finding at the cursor. */
export function report<Code extends ErrorCode>(
  cursor: Cursor,
  severity: Severity,
  code: Code,
  details: ErrorDetails<Code>,
): void {
  cursor.findings.push(diagnose(severity, code, cursor, details))
}

const plainKey = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u

/** Writes a place the way it is written in code: `params[0].value`, `tabs["my tab"].layout[2]`. */
export function joinPath(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step}]`
  if (!plainKey.test(step)) return `${path}[${JSON.stringify(step)}]`
  return path === '' ? step : `${path}.${step}`
}
