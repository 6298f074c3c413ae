import { findNearest } from '../../internal/nearest.ts'
import type { Severity } from '../../errors/diagnostic.ts'
import { type Cursor, report, stepInto } from './cursor.ts'
import { isJsonObject, type Reader, refuse } from './reader.ts'

/** A key that has to be in the result. */
export interface NeededField<Value> extends Reader<Value> {
  /** Stands in when there is nothing to read; without one, the object around it cannot be read. */
  readonly fallback: Value | undefined
  /** How much it matters that the key is missing: `refused` where the client refuses it. */
  readonly missing: 'refused' | Severity | undefined
}

/** One reader for every key of the form we emit: a key without one does not compile, a key without which the form is not whole neither. */
export type Fields<Value> = {
  readonly [Key in keyof Value]-?: undefined extends Value[Key]
    ? Reader<Exclude<Value[Key], undefined>>
    : NeededField<Value[Key]>
}

/** What an object reader knows besides its fields. */
export interface ObjectOptions {
  readonly expects?: string
  /** Keys that mean nothing to us and that the client accepts without a word. */
  readonly silent?: readonly string[]
  /** Whether the client accepts every other key without a word. */
  readonly open?: boolean
  /** Unknown keys that people use, and what to write instead. */
  readonly instead?: Readonly<Record<string, string>>
}

/** Declares a key without which the client refuses the document. */
export function required<Value>(reader: Reader<Value>, fallback?: Value): NeededField<Value> {
  return { ...reader, fallback, missing: 'refused' }
}

/** Declares a key that is better there. */
export function advised<Value>(reader: Reader<Value>, fallback: Value): NeededField<Value> {
  return { ...reader, fallback, missing: 'advice' }
}

/** Declares a key that may well be missing. */
export function defaulted<Value>(reader: Reader<Value>, fallback: Value): NeededField<Value> {
  return { ...reader, fallback, missing: undefined }
}

/** Reads an object key by key. */
export function objectOf<Value extends object>(fields: Fields<Value>, options: ObjectOptions = {}): Reader<Value> {
  const { expects = 'an object', silent = [], open = false, instead = {} } = options
  const readers = Object.entries<Reader<unknown> | NeededField<unknown>>(fields)
  const known = Object.keys(fields)
  const quiet = new Set([...known, ...silent])
  return {
    expects,
    read: (value, cursor) => {
      if (!isJsonObject(value)) return refuse(cursor, value, expects)
      const result: Record<string, unknown> = {}
      let whole = true
      for (const [key, reader] of readers) {
        const read = readKey(value, key, reader, cursor)
        if (read !== undefined) result[key] = read
        else if ('fallback' in reader) whole = false
      }
      if (!open) reportUnknownKeys(value, cursor)
      return whole ? (result as Value) : undefined
    },
  }

  function reportUnknownKeys(value: object, cursor: Cursor): void {
    for (const key of Object.keys(value)) {
      if (quiet.has(key)) continue
      const advice = Object.hasOwn(instead, key) ? instead[key] : findNearest(key, known)
      report(stepInto(cursor, key), 'warning', 'key-unknown', { key, instead: advice, known })
    }
  }
}

function readKey(
  value: Readonly<Record<string, unknown>>,
  key: string,
  reader: Reader<unknown> | NeededField<unknown>,
  cursor: Cursor,
): unknown {
  const inside = stepInto(cursor, key)
  if (Object.hasOwn(value, key)) {
    const read = reader.read(value[key], inside)
    if (read !== undefined) return read
  } else if ('fallback' in reader && reader.missing !== undefined) {
    const severity = reader.missing === 'refused' ? cursor.severity : reader.missing
    report(inside, severity, 'key-missing', { key, allowed: reader.expects })
  }
  return 'fallback' in reader ? reader.fallback : undefined
}

/** Reads an object with keys of the user's choice. What cannot be read is left out. */
export function recordOf<Value>(
  reader: Reader<Value> | ((key: string) => Reader<Value>),
  expects = 'an object',
): Reader<Record<string, Value>> {
  return {
    expects,
    read: (value, cursor) => {
      if (!isJsonObject(value)) return refuse(cursor, value, expects)
      const entries = Object.entries(value).flatMap(([key, entry]) => {
        const read = (typeof reader === 'function' ? reader(key) : reader).read(entry, stepInto(cursor, key))
        return read === undefined ? [] : [[key, read] as const]
      })
      return Object.fromEntries(entries)
    },
  }
}
