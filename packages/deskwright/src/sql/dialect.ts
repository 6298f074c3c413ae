import type { SqlFragment } from './fragment.ts'
import type { ValueKind } from './value-kind.ts'
import type { SqlValue } from './value.ts'

/** How one kind of database spells what differs between them. */
export interface Dialect {
  readonly name: string
  quoteIdentifier(name: string): string
  /** Writes the place of a bound value. Positions count from 1. */
  placeholder(position: number, value: SqlValue): string
  /** What stands for IN, for NOT IN and for the list when that is empty. Left out: a subquery without rows will do for any type. */
  readonly emptyList?: { readonly in: string; readonly notIn: string; readonly list: string }
  /** What server-side tables need; a database whose dialect leaves it out has none. */
  readonly grid?: GridDialect
}

/** What server-side tables need of a dialect. Every `value` is an SQL expression. */
export interface GridDialect {
  /** Whether a query without ORDER BY gives its rows in the same order each time. */
  readonly keepsOrder: boolean
  /** Says what a type holds, by the name that `columns` gives it. */
  toKind(type: string): ValueKind
  /** Writes a value of any type as text. */
  toText(value: SqlFragment): SqlFragment
  /** Writes NULL instead of what JSON has no word for: NaN and infinities. Gives `value` itself for kinds without them. */
  toFinite(value: SqlFragment, kind: ValueKind): SqlFragment
  /** Writes what is sorted by: text by its code points. */
  toSortable(value: SqlFragment, kind: ValueKind): SqlFragment
  /** Writes text so that upper and lower case are equal. */
  toLower(text: SqlFragment): SqlFragment
  contains(text: SqlFragment, piece: SqlFragment): SqlFragment
  startsWith(text: SqlFragment, piece: SqlFragment): SqlFragment
  endsWith(text: SqlFragment, piece: SqlFragment): SqlFragment
  /** Takes characters off both ends. */
  trim(text: SqlFragment, characters: SqlFragment): SqlFragment
  /** Sums without overflow. */
  sum(value: SqlFragment, type: string): SqlFragment
  /** The mean, as a floating-point number. */
  average(value: SqlFragment, kind: ValueKind, type: string): SqlFragment
  /** The least value in the order of `toSortable`. */
  least(value: SqlFragment, kind: ValueKind): SqlFragment
  /** The greatest one. */
  greatest(value: SqlFragment, kind: ValueKind): SqlFragment
  /** The first value in the order of `by` that is not NULL; without `by`, of the rows as they come. */
  first(value: SqlFragment, by: SqlFragment | undefined): SqlFragment
  /** The last one. */
  last(value: SqlFragment, by: SqlFragment | undefined): SqlFragment
}
