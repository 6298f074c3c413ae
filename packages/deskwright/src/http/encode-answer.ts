import type { Answer } from '../define/answers/answer.ts'
import { isJsonBody } from '../define/json-body.ts'
import { isRowSet } from '../define/row-set.ts'
import { DeskwrightError } from '../errors/deskwright-error.ts'
import type { Awaitable } from '../internal/awaitable.ts'
import { describeValue } from './describe-value.ts'
import { toJson } from './to-json.ts'
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
  if (isLongWork(value)) return writeJson(value, (part) => toJson(part, where))
  return toJson(value, where) ?? 'null'
}
