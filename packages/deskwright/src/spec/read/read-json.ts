import { diagnose, type Diagnostic } from '../../errors/diagnostic.ts'
import { locateJsonError } from './locate-json-error.ts'
import type { JsonSlip } from './scan-json.ts'
import type { Reading } from './reading.ts'

/**
 * Parses the text of a document; a byte order mark is skipped.
 * Text that is not JSON gives one error with its line and column, counted from 1.
 */
export function readJson(text: string, where: string): Reading<unknown> {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  try {
    return { document: JSON.parse(json) as unknown, diagnostics: [] }
  } catch {
    return { diagnostics: [toJsonFinding(json, locateJsonError(json), where)] }
  }
}

/** Makes a finding of a place at which a text is not JSON. */
export function toJsonFinding(text: string, { offset, came, allowed, hint }: JsonSlip, where: string): Diagnostic {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/)
  const details = { line: lines.length, column: (lines.at(-1) ?? '').length + 1, came, allowed, hint }
  return diagnose('error', 'json-unreadable', { where }, details)
}
