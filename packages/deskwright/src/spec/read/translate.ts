import type { Severity } from '../../errors/diagnostic.ts'
import { report, stepInto } from './cursor.ts'
import { isJsonObject, type Reader } from './reader.ts'

/** An old or different spelling of a key. */
export interface Spelling {
  readonly from: string
  readonly to: string
  /** `advice` where the client understands it too, `warning` where it does not; absent where both are as good. */
  readonly severity?: Severity
  /** Whether it is used even when the key is there in our spelling. */
  readonly wins?: boolean
}

/** Renames the keys of an object to our spelling before it is read. */
export function respell<Value>(reader: Reader<Value>, spellings: readonly Spelling[]): Reader<Value> {
  return {
    expects: reader.expects,
    read: (value, cursor) => {
      if (!isJsonObject(value) || !spellings.some(({ from }) => Object.hasOwn(value, from))) {
        return reader.read(value, cursor)
      }
      const entries = new Map(Object.entries(value))
      for (const { from, to, severity, wins = false } of spellings) {
        if (!entries.has(from)) continue
        const old = entries.get(from)
        entries.delete(from)
        if (wins || !entries.has(to)) entries.set(to, old)
        if (severity !== undefined)
          report(stepInto(cursor, from), severity, 'key-respelled', { from, to, read: severity === 'advice' })
      }
      return reader.read(Object.fromEntries(entries), cursor)
    },
  }
}

/** Changes a value before it is read. */
export function before<Value>(reader: Reader<Value>, change: (value: unknown) => unknown): Reader<Value> {
  return { expects: reader.expects, read: (value, cursor) => reader.read(change(value), cursor) }
}

/** Changes a value after it was read. */
export function after<Value, Result>(
  reader: Reader<Value>,
  change: (value: Value) => Result | undefined,
): Reader<Result> {
  return {
    expects: reader.expects,
    read: (value, cursor) => {
      const read = reader.read(value, cursor)
      return read === undefined ? undefined : change(read)
    },
  }
}
