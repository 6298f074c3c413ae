import type { SqlValue } from './value.ts'

/** How one kind of database spells what differs between them. */
export interface Dialect {
  readonly name: string
  quoteIdentifier(name: string): string
  /** Writes the place of a bound value. Positions count from 1. */
  placeholder(position: number, value: SqlValue): string
}
