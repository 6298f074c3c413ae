import type { Answer } from '../define/answers/answer.ts'
import { isJsonBody } from '../define/json-body.ts'
import { isRowSet } from '../define/row-set.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import { describeValue } from './describe-value.ts'
import { isLongWork, writeJson } from './write-json.ts'

/** Throws when a loader's result is not what its widget shows. What writes itself is checked by its outline: rows count as an array. */
export function checkAnswer(
  value: unknown,
  answer: Answer,
  where: string,
  asked: Readonly<Record<string, unknown>>,
): void {
  const problem = answer.check(isRowSet(value) ? [] : isJsonBody(value) ? value.outline : value, asked)
  if (problem === undefined) return
  throw new DeskwrightError('answer-wrong-shape', {
    where,
    got: describeValue(value),
    expects: answer.expects,
    problem,
  })
}

/** Writes a checked result as it goes over the wire; a large one bit by bit, so that others are answered meanwhile. */
export function encodeAnswer(
  value: unknown,
  answer: Answer,
  where: string,
): Awaitable<string | Uint8Array<ArrayBuffer>> {
  if (value instanceof Uint8Array) return value as Uint8Array<ArrayBuffer>
  if (answer.format === 'text') return value as string
  if (isLongWork(value)) return writeJson(value, (part) => stringify(part, where))
  return stringify(value, where) ?? 'null'
}

/** Writes JSON: NaN, infinities and invalid dates as `null` (as JSON does by itself), big integers as numbers or text. */
function stringify(value: unknown, where: string): string | undefined {
  try {
    return JSON.stringify(value)
  } catch {
    // The native writer knows no big integers; the slower one with a replacer runs only for answers that have some.
  }
  try {
    return JSON.stringify(value, replaceBigInt)
  } catch (cause) {
    const problem = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
    throw new DeskwrightError('answer-not-json', { where, problem }, { cause })
  }
}

function replaceBigInt(_key: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
}
