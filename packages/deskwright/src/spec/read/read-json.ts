import { diagnose } from '../../errors/diagnostic.ts'
import { locateJsonError } from './locate-json-error.ts'
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
    const { offset, came, allowed, hint } = locateJsonError(json)
    const lines = json.slice(0, offset).split(/\r\n|\r|\n/)
    const details = { line: lines.length, column: (lines.at(-1) ?? '').length + 1, came, allowed, hint }
    return { diagnostics: [diagnose('error', 'json-unreadable', { where }, details)] }
  }
}
