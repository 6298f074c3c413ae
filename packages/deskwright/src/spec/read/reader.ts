import { findNearest } from '../../internal/nearest.ts'
import { type Cursor, report, stepInto } from './cursor.ts'
import { describeJson, listValues } from './describe.ts'
import { rememberOrigin } from './origin.ts'

/** Reads one kind of value as others send it. */
export interface Reader<Value> {
  /** What is allowed, in words: `a number ≥ 1000 or false`. */
  readonly expects: string
  /** Gives the value in the form we emit; reports what is wrong, and gives `undefined` when there is nothing left. */
  readonly read: (value: unknown, cursor: Cursor) => Value | undefined
}

/** Reports a value the client refuses, unless the cursor says that it only ignores it. */
export function refuse(cursor: Cursor, came: unknown, allowed: string, nearest?: string): undefined {
  report(cursor, cursor.severity, 'value-illegal', {
    came: describeJson(came),
    allowed,
    nearest: nearest === undefined ? undefined : JSON.stringify(nearest),
  })
}

/** Reads a text. A number or a boolean is written as one, and reported. */
export const text: Reader<string> = {
  expects: 'a text',
  read: (value, cursor) => {
    if (typeof value === 'string') return value
    refuse(cursor, value, text.expects)
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
  },
}

/** Reads a text of at least one character. */
export const name: Reader<string> = {
  expects: 'a text of at least one character',
  read: (value, cursor) => (value === '' ? refuse(cursor, value, name.expects) : text.read(value, cursor)),
}

/** Reads a text that should say something: the client takes an empty one, which is left out here. */
export const filled: Reader<string> = {
  expects: name.expects,
  read: (value, cursor) =>
    value === '' ? refuse({ ...cursor, severity: 'warning' }, value, filled.expects) : text.read(value, cursor),
}

/** Reads `true` or `false`. The words in quotes are understood, and reported. */
export const flag: Reader<boolean> = {
  expects: 'true or false',
  read: (value, cursor) => {
    if (typeof value === 'boolean') return value
    refuse(cursor, value, flag.expects)
    if (typeof value !== 'string') return undefined
    const word = value.toLowerCase()
    return word === 'true' ? true : word === 'false' ? false : undefined
  },
}

/** Reads a number. One in quotes is understood, and reported. */
export function number(least = -Infinity, most = Infinity): Reader<number> {
  const expects = `a number${toRange(least, most)}`
  return {
    expects,
    read: (value, cursor) => {
      const meant = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
      const legal = typeof meant === 'number' && Number.isFinite(meant) && meant >= least && meant <= most
      if (!legal || meant !== value) refuse(cursor, value, expects)
      return legal ? meant : undefined
    },
  }
}

/** Reads a number of which the client takes any: one out of range, or with a fraction, is a warning and left out. */
export function sensible(least: number, most = Number.MAX_SAFE_INTEGER, whole = false): Reader<number> {
  const expects = `a ${whole ? 'whole ' : ''}number${toRange(least, most)}`
  const any = number()
  return {
    expects,
    read: (value, cursor) => {
      const read = any.read(value, cursor)
      const legal = read === undefined || (read >= least && read <= most && (!whole || Number.isSafeInteger(read)))
      return legal ? read : refuse({ ...cursor, severity: 'warning' }, value, expects)
    },
  }
}

function toRange(least: number, most: number): string {
  if (least === -Infinity && most === Infinity) return ''
  if (most >= Number.MAX_SAFE_INTEGER) return ` ≥ ${least}`
  return ` from ${least} to ${most}`
}

/** Reads one of a few words. */
export function oneOf<Word extends string>(words: readonly Word[]): Reader<Word> {
  const expects = listValues(words)
  return {
    expects,
    read: (value, cursor) => {
      if ((words as readonly unknown[]).includes(value)) return value as Word
      return refuse(cursor, value, expects, typeof value === 'string' ? findNearest(value, words) : undefined)
    },
  }
}

/** Also reads `null`, as if the key were absent. */
export function orNull<Value>(reader: Reader<Value>): Reader<Value> {
  return {
    expects: `${reader.expects} or null`,
    read: (value, cursor) => (value === null ? undefined : reader.read(value, cursor)),
  }
}

/** Also reads `false`. */
export function orFalse<Value>(reader: Reader<Value>): Reader<Value | false> {
  const expects = `${reader.expects} or false`
  return { expects, read: (value, cursor) => (value === false ? false : reader.read(value, cursor)) }
}

/** Reads what the client does not check: an illegal value is a warning, here and inside. */
export function unchecked<Value>(reader: Reader<Value>): Reader<Value> {
  return { ...reader, read: (value, cursor) => reader.read(value, { ...cursor, severity: 'warning' }) }
}

/** Reads an array. What cannot be read is left out. */
export function listOf<Item>(item: Reader<Item>, expects = 'an array'): Reader<Item[]> {
  return {
    expects,
    read: (value, cursor) => {
      if (!Array.isArray(value)) return refuse(cursor, value, expects)
      const entries = value.map((entry: unknown, index) => ({ read: item.read(entry, stepInto(cursor, index)), index }))
      const found = entries.filter(({ read }) => read !== undefined)
      if (found.length < value.length) {
        for (const { read, index } of found) rememberOrigin(read, stepInto(cursor, index).trail)
      }
      return found.map(({ read }) => read as Item)
    },
  }
}

/** Reads a JSON object that is not looked into. */
export const anyObject: Reader<object> = {
  expects: 'an object',
  read: (value, cursor) => (isJsonObject(value) ? value : refuse(cursor, value, anyObject.expects)),
}

/** Whether a JSON value is an object, and neither an array nor null. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
