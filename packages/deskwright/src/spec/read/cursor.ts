import type { ErrorCode, ErrorDetails } from '../../errors/catalogue.ts'
import { diagnose, type Diagnostic, type Severity } from '../../errors/diagnostic.ts'

/** Where a reader stands in a document, and where it leaves its findings. */
export interface Cursor {
  readonly where: string
  /** The steps from the top; absent at the top. They are written as a path only when there is something to say. */
  readonly trail: Trail | undefined
  /** How much an illegal value matters here: `error` where the client refuses it. */
  readonly severity: Severity
  readonly findings: Diagnostic[]
}

/** A step into a value, and the steps before it. */
export interface Trail {
  readonly before: Trail | undefined
  readonly step: string | number
}

/** Starts at the top of something that has a name: `widget "prices"`. */
export function startAt(where: string, findings: Diagnostic[]): Cursor {
  return { where, trail: undefined, severity: 'error', findings }
}

/** Steps into a key or an index. */
export function stepInto(cursor: Cursor, step: string | number): Cursor {
  const { where, trail, severity, findings } = cursor
  return { where, trail: { before: trail, step }, severity, findings }
}

/** Leaves a finding at the cursor. */
export function report<Code extends ErrorCode>(
  cursor: Cursor,
  severity: Severity,
  code: Code,
  details: ErrorDetails<Code>,
): void {
  const { where, trail, findings } = cursor
  findings.push(diagnose(severity, code, { where, path: toPath(trail) }, details))
}

/** Writes the steps to a place as a path. */
export function toPath(trail: Trail | undefined): string {
  return trail === undefined ? '' : joinPath(toPath(trail.before), trail.step)
}

const plainKey = /^[\p{L}_$][\p{L}\p{N}_$-]*$/u

/** Writes a place the way it is written in code: `params[0].value`, `tabs["my tab"].layout[2]`. */
export function joinPath(path: string, step: string | number): string {
  if (typeof step === 'number') return `${path}[${step}]`
  if (!plainKey.test(step)) return `${path}[${JSON.stringify(step)}]`
  return path === '' ? step : `${path}.${step}`
}
