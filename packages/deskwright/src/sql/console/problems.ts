import type { ConsoleLimits, ConsoleProblem } from './console.ts'
import { markPlace } from './mark-place.ts'

/** Why a query may not run here. */
export interface Refusal {
  readonly reason: string
  /** Where the query says it, in bytes of its UTF-8 text, when the parser told. */
  readonly at?: number
}

/** The longest query that is looked at, in characters. */
const longestQuery = 20_000

/** The largest result that is sent, in characters. */
export const largestResult = 16 * 1024 * 1024

const tooLong: ConsoleProblem = {
  title: `The query is longer than ${longestQuery.toLocaleString('en')} characters.`,
}
export const breaking: ConsoleProblem = {
  title: 'The query broke the database that it ran in.',
  hint: 'Write it in another way. Nothing else was harmed.',
}
export const tooDeep: ConsoleProblem = { title: 'The query is too deeply nested.' }
export const tooLarge: ConsoleProblem = {
  title: `The result is larger than ${largestResult / 1024 / 1024} MB.`,
  hint: 'Select fewer columns, or shorten the long ones.',
}
export const unreadable: ConsoleProblem = {
  title: 'The query failed.',
  hint: 'A table may not be readable at the moment.',
}
export const notSelect: ConsoleProblem = {
  title: 'Only a query that reads is run here.',
  hint: 'Write one SELECT.',
}
export const tooSlow = ({ milliseconds }: ConsoleLimits): ConsoleProblem => ({
  title: `The query ran for longer than ${milliseconds / 1000} s and was stopped.`,
  hint: 'Read fewer rows: add conditions, or aggregate before you join.',
})
export const tooBig = ({ megabytes }: ConsoleLimits): ConsoleProblem => ({
  title: `The query needs more than ${megabytes.toLocaleString('en')} MB of memory and was stopped.`,
  hint: 'Read fewer rows and columns, or aggregate before you join and sort.',
})

/** Says why a text is not looked at. */
export function findTextProblem(text: string): ConsoleProblem | undefined {
  if (text.includes('\0')) return { title: 'The query has a NUL character in it.' }
  return text.length > longestQuery ? tooLong : undefined
}

/** Says why a text cannot be read as a query; `at` is where, in code points. */
export function toSyntaxProblem(text: string, reason: string, at: number | undefined): ConsoleProblem {
  const place = at === undefined ? '' : `\n\n${markPlace(text, at)}`
  return { title: 'The query cannot be read.', details: `${reason}${place}` }
}

/** Says that a text holds no query, or more than one. */
export function findCountProblem(count: number): ConsoleProblem | undefined {
  if (count === 1) return undefined
  return {
    title: count === 0 ? 'There is no query in this text.' : `These are ${count} queries; one is run at a time.`,
  }
}

/** Says why a query is refused. */
export function toRefusalProblem(text: string, { reason, at }: Refusal): ConsoleProblem {
  const place = at === undefined ? '' : `\n\n${markPlace(text, toCodePoints(text, at))}`
  return { title: 'The query is not allowed.', details: `${reason}${place}` }
}

function toCodePoints(text: string, bytes: number): number {
  const before = new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, bytes))
  return Array.from(before).length
}
