import { catalogue, type ErrorCode, type ErrorDetails } from './catalogue.ts'
import type { CatalogueEntry } from './entry.ts'

/**
 * How much a finding matters.
 * `error`: Workspace refuses it, or it cannot work. `warning`: ignored, or works differently than written.
 * `advice`: works, could be better.
 */
export type Severity = 'error' | 'warning' | 'advice'

/** One finding about a backend or its documents. Findings are collected and reported together. */
export interface Diagnostic {
  readonly code: ErrorCode
  readonly severity: Severity
  /** What it is about, in the user's words: `widget "prices"`, `app "Equity desk"`. */
  readonly where: string
  /** The place inside: `params[0].value`, `tabs.Overview.layout[2]`. Empty for the whole. */
  readonly path: string
  /** What is wrong and why. */
  readonly message: string
  /** The next action that mends it. */
  readonly hint: string
}

/** Where a finding is. */
export interface Place {
  readonly where: string
  readonly path?: string
}

const details = new WeakMap<Diagnostic, ErrorDetails<ErrorCode>>()

/** Gives the facts a finding was made of, when it was made here and has the code. */
export function detailsOf<Code extends ErrorCode>(finding: Diagnostic, code: Code): ErrorDetails<Code> | undefined {
  return finding.code === code ? details.get(finding) : undefined
}

/** Makes a finding from the catalogue. */
export function diagnose<Code extends ErrorCode>(
  severity: Severity,
  code: Code,
  { where, path = '' }: Place,
  facts: ErrorDetails<Code>,
): Diagnostic {
  const { message, hint } = (catalogue[code] as CatalogueEntry<ErrorDetails<Code>>).text(facts)
  const finding = { code, severity, where, path, message, hint }
  details.set(finding, facts)
  return finding
}

/** Whether any finding stops a start. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error')
}
