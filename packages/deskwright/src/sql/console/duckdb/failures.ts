import { toReason, toReasonWithoutPlace } from '../../duckdb/failure.ts'
import type { ConsoleLimits, ConsoleProblem } from '../console.ts'
import { findCountProblem, notSelect, tooBig, toSyntaxProblem, unreadable } from '../problems.ts'
import type { Parsed } from './parse-query.ts'

/** Says why a text cannot be run: it is no query, or more than one. */
export function findParseProblem(text: string, parsed: Parsed): ConsoleProblem | undefined {
  if ('statements' in parsed) return findCountProblem(parsed.statements.length)
  return parsed.kind === 'parser' ? toSyntaxProblem(text, parsed.error, parsed.at) : notSelect
}

const told =
  /^(Parser|Syntax|Binder|Catalog|Conversion|Mismatch Type|Out of Range|Invalid Input|Not implemented) Error: /
const aboutFiles = /\b(files?|csv|parquet|json error|path)\b/i

/**
 * Says why a query failed. The database's words are passed on when they are about the query; what it says about files and its own insides is
 * not: that would tell of places and lines that no table shows. `isOwnText`: its marks are in the user's own text.
 */
export function toFailureProblem(error: unknown, limits: ConsoleLimits, isOwnText: boolean): ConsoleProblem {
  const words = toWords(error, isOwnText ? toReason : toReasonWithoutPlace)
  if (words.startsWith('Out of Memory Error')) return tooBig(limits)
  const isTold = told.test(words) && (words.startsWith('Binder') || !aboutFiles.test(words))
  if (!isTold) return unreadable
  return { title: 'The query failed.', details: words.replace(/\n*^Did you mean .*$/gm, '') }
}

/** Whether the database may not be used on after an error. */
export function isFatal(error: unknown): boolean {
  return /^(INTERNAL|FATAL|Out of Memory) Error/.test(toWords(error))
}

/** Whether a table has other columns or other files than when the database was opened. */
export function isOutdated(error: unknown): boolean {
  const words = toWords(error)
  return words.includes('were altered') || words.startsWith('Permission Error')
}

function toWords(error: unknown, write = toReason): string {
  return write(error instanceof Error && error.cause !== undefined ? error.cause : error)
}
