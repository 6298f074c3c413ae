import type { SqlValue } from './value.ts'

const brand = Symbol.for('deskwright.sqlFragment')

/** A piece of a fragment: SQL text, a name to quote, or a value to bind. */
export type SqlPart = string | { readonly identifier: readonly string[] } | { readonly value: SqlValue }

/** A piece of SQL whose values are bound and whose names are quoted, for whichever database runs it. */
export interface SqlFragment {
  readonly [brand]: true
  readonly parts: readonly SqlPart[]
}

/** Makes a fragment of parts. */
export function createFragment(parts: readonly SqlPart[]): SqlFragment {
  return { [brand]: true, parts }
}

/** Whether a value is a fragment, of whichever copy of the library. */
export function isFragment(value: unknown): value is SqlFragment {
  return typeof value === 'object' && value !== null && brand in value
}
