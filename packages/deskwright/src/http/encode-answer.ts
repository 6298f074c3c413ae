import type { Answer } from '../define/answers/answer.ts'
import { isJsonBody } from '../define/json-body.ts'
import { isRowSet } from '../define/row-set.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import { describeValue } from './describe-value.ts'

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

/** Writes a checked result as it goes over the wire. */
export function encodeAnswer(value: unknown, answer: Answer, where: string): string | Uint8Array<ArrayBuffer> {
  if (value instanceof Uint8Array) return value as Uint8Array<ArrayBuffer>
  return answer.format === 'text' ? (value as string) : toJson(value, where)
}

/** Writes JSON: NaN, infinities and invalid dates as `null` (as JSON does by itself), big integers as numbers or text. */
function toJson(value: unknown, where: string): string {
  try {
    return JSON.stringify(value) ?? 'null'
  } catch {
    // The native writer knows no big integers; the slower one with a replacer runs only for answers that have some.
  }
  try {
    return JSON.stringify(value, replaceBigInt) ?? 'null'
  } catch (cause) {
    const problem = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause)
    throw new DeskwrightError('answer-not-json', { where, problem }, { cause })
  }
}

function replaceBigInt(_key: string, value: unknown): unknown {
  if (typeof value !== 'bigint') return value
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
}
