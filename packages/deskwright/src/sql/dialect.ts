import type { SqlValue } from './value.ts'

/** How one kind of database spells what differs between them. */
export interface Dialect {
  readonly name: string
  quoteIdentifier(name: string): string
  /** Writes the place of a bound value. Positions count from 1. */
  placeholder(position: number, value: SqlValue): string
  /** What stands for IN, for NOT IN and for the list when that is empty. Left out: a subquery without rows will do for any type. */
  readonly emptyList?: { readonly in: string; readonly notIn: string; readonly list: string }
}
