import { DeskwrightError } from '../errors/deskwright-error.ts'
import { createFragment, isFragment, type SqlFragment, type SqlPart } from './fragment.ts'
import type { SqlValue } from './value.ts'

/** What may stand in `${}`. */
export type SqlInput = SqlFragment | SqlValue

/** The `sql` tag and what it needs beside it. */
export interface Sql {
  /**
   * Writes a piece of SQL. The text is taken as it is written, so backslashes in patterns stay. Values are bound, never written into the text; fragments are composed.
   * An array after `in` becomes a list of bound values: `where symbol in ${symbols}`.
   * Throws `sql-value-undefined` and `sql-value-unsupported`.
   */
  (text: TemplateStringsArray, ...inputs: readonly SqlInput[]): SqlFragment
  /** Quotes a name that is only known at run time; several names are joined by dots: `sql.identifier('main', column)`. */
  identifier(...path: readonly [string, ...string[]]): SqlFragment
  /** Joins fragments and values. The separator is a comma unless given. */
  join(inputs: readonly SqlInput[], separator?: SqlFragment): SqlFragment
}

/** Writes a piece of SQL with bound values. */
export const sql: Sql = Object.assign(writeFragment, { identifier, join })

function writeFragment({ raw }: TemplateStringsArray, ...inputs: readonly SqlInput[]): SqlFragment {
  return createFragment(
    raw.flatMap((piece, index) => {
      const text = piece.replace(/\\(`|\$\{)/g, '$1') // the only escapes that a template needs
      return index < inputs.length ? [text, ...toParts(inputs[index], { position: index + 1, before: text })] : [text]
    }),
  )
}

function identifier(...path: readonly [string, ...string[]]): SqlFragment {
  return createFragment([{ identifier: path }])
}

function join(inputs: readonly SqlInput[], separator: SqlFragment = createFragment([', '])): SqlFragment {
  return createFragment(
    inputs.flatMap((input, index) => [
      ...(index === 0 ? [] : separator.parts),
      ...toParts(input, { position: index + 1, before: 'sql.join' }),
    ]),
  )
}

interface Place {
  readonly position: number
  readonly before: string
}

function toParts(input: unknown, place: Place): readonly SqlPart[] {
  if (isFragment(input)) return input.parts
  const values: readonly unknown[] = Array.isArray(input) ? input : [input]
  for (const value of values) checkScalar(value, place)
  return [{ value: input as SqlValue }]
}

function checkScalar(value: unknown, { position, before }: Place): void {
  const after = before.trim().split(/\s+/).slice(-4).join(' ')
  if (value === undefined) throw new DeskwrightError('sql-value-undefined', { position, after })
  if (!isScalar(value))
    throw new DeskwrightError('sql-value-unsupported', { position, after, got: describeValue(value) })
}

function isScalar(value: unknown): boolean {
  if (value instanceof Date) return !Number.isNaN(value.getTime())
  return (
    value === null || value instanceof Uint8Array || ['string', 'number', 'bigint', 'boolean'].includes(typeof value)
  )
}

function describeValue(value: unknown): string {
  if (value instanceof Date) return 'an invalid Date'
  if (value instanceof Promise) return 'a Promise; await it first'
  return Array.isArray(value) ? 'an array inside an array' : `a value of type ${typeof value}`
}
