import { createBreather } from '../internal/breathe.ts'
import { concat } from './concat.ts'

type ToJson = (value: unknown) => string | undefined

/** How many values are written without a pause: some milliseconds of work. */
const longWork = 10_000

/** How deep values are looked into: rows below a key, or the points of the traces of a figure. */
const depth = 4

/** Whether writing a value as JSON would hold up everything else for long. */
export function isLongWork(value: unknown): boolean {
  return countValues(value, depth) > longWork
}

/**
 * Writes a large value as the UTF-8 text of its JSON, with pauses. `toJson` writes its parts.
 * The text is what `toJson` would give for the whole.
 */
export async function writeJson(value: unknown, toJson: ToJson): Promise<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  const breathe = createBreather()
  const pieces: Uint8Array[] = []
  for (const text of toPieces(value, toJson, depth)) {
    pieces.push(encoder.encode(text))
    await breathe()
  }
  return concat(pieces)
}

function* toPieces(value: unknown, toJson: ToJson, depth: number): Generator<string> {
  if (countValues(value, depth) <= longWork) yield toJson(value) ?? 'null'
  else if (Array.isArray(value)) yield* toArrayPieces(value, toJson, depth)
  else yield* toObjectPieces(value as Record<string, unknown>, toJson, depth)
}

function* toArrayPieces(array: readonly unknown[], toJson: ToJson, depth: number): Generator<string> {
  const each = countValues(array[0], depth - 1)
  const step = Math.max(1, Math.floor(longWork / each))
  for (let at = 0; at < array.length; at += step) {
    yield at === 0 ? '[' : ','
    if (step === 1) yield* toPieces(array[at], toJson, depth - 1)
    else yield toJson(array.slice(at, at + step))!.slice(1, -1)
  }
  yield ']'
}

function* toObjectPieces(object: Readonly<Record<string, unknown>>, toJson: ToJson, depth: number): Generator<string> {
  let before = '{'
  for (const [key, value] of Object.entries(object)) {
    if (countValues(value, depth - 1) <= longWork) {
      const text = toJson(value)
      if (text === undefined) continue // as JSON leaves out what it cannot write
      yield `${before}${JSON.stringify(key)}:${text}`
    } else {
      yield `${before}${JSON.stringify(key)}:`
      yield* toPieces(value, toJson, depth - 1)
    }
    before = ','
  }
  yield before === '{' ? '{}' : '}'
}

/** Estimates how many values there are: what an array holds is judged by its first item. */
function countValues(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null || depth === 0 || 'toJSON' in value) return 1
  if (Array.isArray(value)) return 1 + value.length * countValues(value[0], depth - 1)
  let count = 1
  for (const key in value) count += countValues((value as Readonly<Record<string, unknown>>)[key], depth - 1)
  return count
}
