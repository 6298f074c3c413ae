import { toReason, toReasonWithoutPlace } from '../../duckdb/failure.ts'
import type { ConsoleLimits, ConsoleProblem } from '../console.ts'
import { markPlace } from '../mark-place.ts'
import type { Refusal } from './check-query.ts'
import type { Parsed } from './parse-query.ts'

/** The longest query that is looked at, in characters. */
export const longestQuery = 20_000

/** The largest result that is sent, in characters. */
export const largestResult = 16 * 1024 * 1024

export const tooLong: ConsoleProblem = {
  title: `The query is longer than ${longestQuery.toLocaleString('en')} characters.`,
}
export const tooLarge: ConsoleProblem = {
  title: `The result is larger than ${largestResult / 1024 / 1024} MB.`,
  hint: 'Select fewer columns, or shorten the long ones.',
}
export const unreadable: ConsoleProblem = {
  title: 'The query failed.',
  hint: 'A table may not be readable at the moment.',
}
const notSelect: ConsoleProblem = {
  title: 'Only a query that reads is run here.',
  hint: 'Write one SELECT. DESCRIBE and SUMMARIZE before a table or a query work too.',
}
export const tooSlow = ({ milliseconds }: ConsoleLimits): ConsoleProblem => ({
  title: `The query ran for longer than ${milliseconds / 1000} s and was stopped.`,
  hint: 'Read fewer rows: add conditions, or aggregate before you join.',
})
export const tooBig = ({ megabytes }: ConsoleLimits): ConsoleProblem => ({
  title: `The query needs more than ${megabytes.toLocaleString('en')} MB of memory and was stopped.`,
  hint: 'Read fewer rows and columns, or aggregate before you join and sort.',
})

/** Says why a text cannot be run: it is no query, or more than one. */
export function findParseProblem(text: string, parsed: Parsed): ConsoleProblem | undefined {
  if ('statements' in parsed) {
    const count = parsed.statements.length
    if (count === 1) return undefined
    return {
      title: count === 0 ? 'There is no query in this text.' : `These are ${count} queries; one is run at a time.`,
    }
  }
  const { error, kind, at } = parsed
  if (kind !== 'parser') return notSelect
  return {
    title: 'The query cannot be read.',
    details: at === undefined ? error : `${error}\n\n${markPlace(text, at)}`,
  }
}

/** Says why a query is refused. */
export function toRefusalProblem(text: string, { reason, at }: Refusal): ConsoleProblem {
  const place = at === undefined ? '' : `\n\n${markPlace(text, toCodePoints(text, at))}`
  return { title: 'The query is not allowed.', details: `${reason}${place}` }
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

function toCodePoints(text: string, bytes: number): number {
  const before = new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, bytes))
  return Array.from(before).length
}
